import FundLedger
import Testing

/// What was reversed is not there any more: the same command records it anew.
@Suite("Recording anew what was reversed")
struct RecordAnewTests {
  private func book(_ folder: Folder) throws -> Book {
    let book = try folder.newBook()
    let text = """
      programme P
      party A
      2022-01-20 budget 2022/P 100万元
      2022-05-30 deal A/1 party:A programme:P method:direct

      """
    #expect(try BookImport().run([EventFile(path: try folder.write(text, to: "in.journal"))], into: book).problems == [])
    return book
  }

  private func record(_ line: String, in book: Book) throws -> Appended {
    try book.recordOne(source: "test") { register throws(Diagnostic) in
      try JournalReader(register: register).event(parsing: Array((line + "\n").utf8))
    }
  }

  private static let pay = "2022-06-15 pay A/1 10万元 envelope:2022/P share:10%"

  @Test("a reversed event is recorded anew and says for what; a standing one is a repetition, also of the copy")
  func one() throws {
    let folder = try Folder()
    let book = try book(folder)
    let first = try #require(try record(RecordAnewTests.pay, in: book).event?.sequence)
    guard case .alreadyRecorded(first) = try record(RecordAnewTests.pay, in: book) else {
      Issue.record("what stands was recorded twice")
      return
    }
    for _ in 0..<2 {
      let last = try book.head(at: .latest).sequence
      let reversal = try #require(try record("2022-06-15 reverse #\(last) reason:试", in: book).event?.sequence)
      let anew = try #require(try record(RecordAnewTests.pay, in: book).event)
      #expect(anew.warnings.contains { $0.severity == .note && $0.message.contains("#\(last), which #\(reversal) reversed") })
      #expect(!anew.warnings.contains { $0.code == .countsTwice })
      guard case .alreadyRecorded(anew.sequence) = try record(RecordAnewTests.pay, in: book) else {
        Issue.record("the copy stands and was recorded twice")
        return
      }
    }
    #expect(try book.verify() == [])
  }

  @Test("a reversal on a later day says until when the event counts twice")
  func later() throws {
    let folder = try Folder()
    let book = try book(folder)
    let first = try #require(try record(RecordAnewTests.pay, in: book).event?.sequence)
    _ = try record("2022-07-01 reverse #\(first) reason:试", in: book)
    #expect(try record(RecordAnewTests.pay, in: book).event?.warnings.contains { $0.code == .countsTwice } == true)
  }

  @Test("several events are recorded anew after an undo, and half of them stay refused")
  func several() throws {
    let folder = try Folder()
    let book = try book(folder)
    let lines = [RecordAnewTests.pay, "2022-06-15 social A/1 30万元 party:A evidence:协议"]
    func all() throws -> [Appended] {
      try book.recordAll(source: "test") { writer throws(Diagnostic) in
        var events: [Event] = []
        for line in lines { events.append(try JournalReader(register: writer.register).event(parsing: Array((line + "\n").utf8))) }
        return events
      }
    }
    let first = try all().compactMap(\.event?.sequence)
    #expect(first.count == 2)
    #expect(try all().isEmpty)
    _ = try BatchUndo(try book.batch(named: "last"), reason: "x", day: try #require(Day("2022-06-15"))).run(in: book)
    #expect(try all().count == 2)
    let last = try book.head(at: .latest).sequence
    _ = try record("2022-06-15 reverse #\(last) reason:x", in: book)
    let failure = #expect(throws: Diagnostic.self) { try all() }
    #expect(failure?.code == .partlyRecorded)
    #expect(try book.verify() == [])
  }
}
