import FundLedger
import Testing

@Suite("Undoing a batch")
struct UndoTests {
  /// A book whose second batch is an investment and whose third builds on it.
  private func book(_ folder: Folder) throws -> Book {
    let book = try folder.newBook()
    for (name, text) in [("a", FacadeTests.journal), ("b", UndoTests.investment)] {
      let file = try EventFile(path: try folder.write(text, to: "\(name).journal"))
      #expect(try BookImport().run([file], into: book).problems == [])
    }
    return book
  }

  private static let investment = """
    party 某创投
    2022-06-01 commit 力得/A 50万元 envelope:2022/拨改投
    2022-06-15 pay 力得/A 50万元 share:8.5%
    2022-06-15 social 力得/A 150万元 party:某创投 evidence:协议

    """

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func balances(_ book: Book) throws -> [Movement] {
    try book.movements(MovementQuery()).filter { (try? $0.closing()) != 0 }
  }

  @Test("every event that did something is reversed, latest first, and the balances are those of before")
  func undone() throws {
    let folder = try Folder()
    let book = try folder.newBook("plain.book")
    for (name, text) in [("a", FacadeTests.journal)] {
      let file = try EventFile(path: try folder.write(text, to: "\(name).journal"))
      _ = try BookImport().run([file], into: book)
    }
    let before = try balances(book).map { "\($0.account) \((try? $0.closing()) ?? 0)" }
    let file = try EventFile(path: try folder.write(UndoTests.investment, to: "b.journal"))
    _ = try BookImport().run([file], into: book)
    let batch = try book.batch(named: "last")
    let outcome = try BatchUndo(batch, reason: nil, day: try day("2022-07-01")).run(in: book)
    #expect(outcome.reversed.map(\.kind.name) == ["social", "pay", "commit"])
    #expect(outcome.kept.map(\.kind.name) == ["party"])
    #expect(try balances(book).map { "\($0.account) \((try? $0.closing()) ?? 0)" } == before)
    #expect(try book.recorded("#\(outcome.reversed[0].sequence)")?.event.kind.name == "social")
    let red = try #require(outcome.reversals.first?.event)
    #expect(red.event.text("reason") == "undo of batch #\(batch.sequence)")
    #expect(try red.event.day == day("2022-07-01"))
    let states = try book.batchStates()
    #expect(states.map(\.isUndone) == [false, true, false])
    #expect(try book.verify() == [])
  }

  @Test("a batch on which later events build is refused whole, and they are named")
  func builtUpon() throws {
    let folder = try Folder()
    let book = try book(folder)
    let batch = try book.batch(named: "last")
    let file = try EventFile(path: try folder.write("2022-12-31 exit 力得/A 60万元 way:回购\n", to: "c.journal"))
    #expect(try BookImport().run([file], into: book).problems == [])
    let head = try book.head(at: .latest)
    let failure = #expect(throws: Diagnostic.self) {
      try BatchUndo(batch, reason: "x", day: try day("2023-01-01")).run(in: book)
    }
    #expect(failure?.code == .builtUpon)
    #expect(failure?.message.contains("exit") == true, "\(String(describing: failure))")
    #expect(try book.head(at: .latest) == head)
    _ = try BatchUndo(try book.batch(named: "last"), reason: "x", day: try day("2023-01-01")).run(in: book)
    _ = try BatchUndo(batch, reason: "x", day: try day("2023-01-01")).run(in: book)
    #expect(try book.verify() == [])
  }

  @Test("what was reversed before is skipped, an undo is not undone, a batch of declarations has nothing to undo")
  func edges() throws {
    let folder = try Folder()
    let book = try book(folder)
    let batch = try book.batch(named: "last")
    _ = try book.recordOne(source: "x") { register throws(Diagnostic) in
      try JournalReader(register: register).event(
        parsing: Array("2022-07-01 reverse #\(batch.last) reason:x\n".utf8))
    }
    let day = try day("2022-07-02")
    let outcome = try BatchUndo(batch, reason: nil, day: day).run(in: book)
    #expect(outcome.skipped.map(\.sequence) == [batch.last])
    #expect(outcome.reversed.count == 2)
    for name in ["last", "#\(batch.sequence)"] {
      let failure = #expect(throws: Diagnostic.self) {
        try BatchUndo(try book.batch(named: name), reason: nil, day: day).run(in: book)
      }
      #expect(failure?.code == .notReversible)
    }
    #expect(throws: Diagnostic.self) { try book.batch(named: "#999") }
    #expect(throws: Diagnostic.self) { try book.batch(named: "\(batch.last)") }
  }

  @Test("events dated after the day of the undo are reversed on their own day")
  func later() throws {
    let folder = try Folder()
    let book = try book(folder)
    let outcome = try BatchUndo(try book.batch(named: "last"), reason: nil, day: try day("2022-06-10")).run(in: book)
    #expect(
      outcome.reversals.compactMap { $0.event?.event.day } == (try ["2022-06-15", "2022-06-15", "2022-06-10"].map(day)))
  }

  @Test("in books of two persons an undo waits as a draft")
  func drafted() throws {
    let folder = try Folder()
    let path = folder.path("two.book")
    let now = { "2026-11-23T10:00:00Z" }
    let book = try Book.create(
      at: path, title: "两人", rules: try RuleSet.builtIn("fiscal-2022"), approval: .two, actor: "张三", now: now)
    let file = try EventFile(path: try folder.write(FacadeTests.journal + UndoTests.investment, to: "a.journal"))
    let imported = try BookImport().run([file], into: book)
    #expect(imported.draft == 1 && imported.recorded == 8)
    let other = try Book.open(at: path, actor: "李四", now: now)
    _ = try other.approve(draft: 1)
    let outcome = try BatchUndo(try book.batch(named: "last"), reason: "错", day: try day("2022-12-31")).run(in: book)
    #expect(outcome.draft == 2)
    #expect(try book.reversal(of: 10) == nil)
    #expect(try other.approve(draft: 2).count == 4)
    #expect(try balances(other) == [])
    #expect(try other.verify() == [])
  }
}
