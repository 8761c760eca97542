import FundLedger
import Testing

@Suite("What was undone is recorded anew when it is imported again")
struct RenewalTests {
  static let investment = """
    2022-06-01 commit 力得/A 50万元 envelope:2022/拨改投
    2022-06-15 pay 力得/A 50万元 share:8.5% key:P1
    2022-06-15 social 力得/A 150万元 party:力得 evidence:协议

    """

  private func book(_ folder: Folder) throws -> Book {
    let book = try folder.newBook()
    _ = try imported(FacadeTests.journal, "a.journal", folder, book)
    return book
  }

  @discardableResult
  private func imported(
    _ text: String, _ name: String, _ folder: Folder, _ book: Book, again: Bool = false, isDryRun: Bool = false
  ) throws -> BookImport.Outcome {
    let file = try EventFile(path: try folder.write(text, to: name))
    var action = BookImport()
    action.isAgain = again
    action.isDryRun = isDryRun
    let outcome = try action.run([file], into: book)
    #expect(outcome.problems == [])
    return outcome
  }

  private func undo(_ book: Book, on day: String? = nil) throws {
    let today = try #require(Day(day ?? "2026-11-23"))
    _ = try BatchUndo(try book.batch(named: "last"), reason: nil, day: today, staysOnDays: day == nil).run(in: book)
  }

  private func balances(_ book: Book, asOf day: String? = nil) throws -> [String] {
    var moment = Moment.latest
    if let day { moment = Moment(asOf: try #require(Day(day))) }
    return try book.movements(MovementQuery(moment: moment)).compactMap { movement in
      let closing = try movement.closing()
      return closing == 0 ? nil : "\(movement.account) \(closing)"
    }
  }

  @Test(
    "a journal of any kind that was undone makes the same balances again, and a third time records nothing",
    arguments: [
      ("b.journal", RenewalTests.investment, 3),
      ("b.hledger", "2022-01-02 x\n    a   10.00 CNY\n    b\n", 1),
      ("b.ledger", "2022/01/02 x\n    a   10.00 CNY\n    b\n", 1),
      ("b.beancount", "2022-01-01 open Assets:A\n2022-01-01 open Equity:B\n2022-01-02 * \"x\"\n  Assets:A  10.00 CNY\n  Equity:B\n", 1),
      ("b.csv", "date,kind,deal,amount,evidence\n2022-06-15,social,力得/A,150万元,协议\n", 1),
      ("b.json", #"[{"date":"2022-06-15","kind":"social","deal":"力得/A","amount":"1500000.00","evidence":"协议"}]"#, 1),
    ])
  func journals(_ name: String, _ text: String, _ events: Int) throws {
    let folder = try Folder()
    let book = try book(folder)
    try imported(text, name, folder, book)
    let before = try balances(book)
    for _ in 1...2 {
      try undo(book)
      #expect(try balances(book) != before)
      let again = try imported(text, name, folder, book)
      #expect(again.recorded == events && again.renewed == events, "\(again)")
      #expect(again.warnings.filter { $0.code == .countsTwice } == [])
      #expect(try balances(book) == before)
      let third = try imported(text, name, folder, book)
      #expect(third.recorded == 0 && third.renewed == 0)
    }
    #expect(try book.verify() == [])
  }

  @Test("what refers to an undone event by its key refers to the new one")
  func references() throws {
    let folder = try Folder()
    let book = try book(folder)
    let reversed = RenewalTests.investment + "2022-07-01 reverse P1 reason:x\n"
    try imported(RenewalTests.investment, "b.journal", folder, book)
    try undo(book)
    try imported(RenewalTests.investment, "b.journal", folder, book)
    let outcome = try imported(reversed, "b.journal", folder, book)
    #expect(outcome.recorded == 1)
    let last = try #require(try book.batches().last?.last)
    #expect(try book.recorded("#\(last)")?.event.text("event")?.hasPrefix("anew-") == true)
  }

  @Test("a corrected file is recorded after the undo, though its events have the same keys")
  func corrected() throws {
    let folder = try Folder()
    let book = try book(folder)
    for amount in ["50", "40", "30"] {
      let text = RenewalTests.investment.replacing("pay 力得/A 50万元", with: "pay 力得/A \(amount)万元")
      #expect(try imported(text, "b.journal", folder, book).recorded == 3)
      #expect(try imported(text, "b.journal", folder, book).recorded == 0)
      try undo(book)
    }
    #expect(try book.verify() == [])
  }

  @Test("what was reversed by hand stays reversed and is named; --again records it anew")
  func byHand() throws {
    let folder = try Folder()
    let book = try book(folder)
    try imported(RenewalTests.investment, "b.journal", folder, book)
    let social = try #require(try book.batches().last?.last)
    _ = try book.recordOne(source: "bgt reverse") { register throws(Diagnostic) in
      try JournalReader(register: register).event(parsing: Array("2022-06-15 reverse #\(social) reason:x\n".utf8))
    }
    let left = try imported(RenewalTests.investment, "b.journal", folder, book)
    #expect(left.recorded == 0 && left.warnings.map(\.code) == [.alreadyRecorded])
    #expect(left.warnings.first?.message.contains("#\(social) (by #\(social + 2))") == true, "\(left.warnings)")
    let again = try imported(RenewalTests.investment, "b.journal", folder, book, again: true)
    #expect(again.recorded == 1 && again.renewed == 1)
  }

  @Test("a print that has an event and its reversal records neither again, with --again too")
  func prints() throws {
    let folder = try Folder()
    let book = try book(folder)
    try imported(RenewalTests.investment, "b.journal", folder, book)
    try undo(book)
    let head = try book.head(at: .latest)
    var print: [UInt8] = []
    try book.events { _, text throws(Diagnostic) in print += text }
    for again in [false, true] {
      let outcome = try imported(String(decoding: print, as: UTF8.self), "print.journal", folder, book, again: again)
      #expect(outcome.recorded == 0 && outcome.renewed == 0)
      #expect(try book.head(at: .latest) == head)
    }
  }

  @Test("a journal with a reversal of its own says nothing of it when it is imported again, and has no copy with --again")
  func ownReversal() throws {
    let folder = try Folder()
    let book = try book(folder)
    let text = RenewalTests.investment + "2022-07-01 reverse P1 reason:x\n"
    try imported(text, "b.journal", folder, book)
    for again in [false, true] {
      let outcome = try imported(text, "b.journal", folder, book, again: again)
      #expect(outcome.recorded == 0 && outcome.warnings == [], "\(outcome)")
    }
  }

  @Test("where the undo has a later day than the events, the import says that both count in between")
  func doubled() throws {
    let folder = try Folder()
    let book = try book(folder)
    try imported(RenewalTests.investment, "b.journal", folder, book)
    try undo(book, on: "2022-12-31")
    let tried = try imported(RenewalTests.investment, "b.journal", folder, book, isDryRun: true)
    #expect(tried.warnings.contains { $0.code == .countsTwice }, "\(tried.warnings)")
    let again = try imported(RenewalTests.investment, "b.journal", folder, book)
    let warning = try #require(again.warnings.first { $0.code == .countsTwice })
    #expect(warning.message.contains("2022-12-31") && warning.message.contains("and so with 2 more"), "\(warning)")
  }

  @Test("an undo takes each event back on its own day, so that the past has neither it nor, after a new import, two of it")
  func ownDays() throws {
    let folder = try Folder()
    let book = try book(folder)
    let bare = try balances(book, asOf: "2022-12-31")
    try imported(RenewalTests.investment, "b.journal", folder, book)
    let before = try balances(book, asOf: "2022-12-31")
    try undo(book)
    #expect(try balances(book, asOf: "2022-12-31") == bare)
    try imported(RenewalTests.investment, "b.journal", folder, book)
    #expect(try balances(book, asOf: "2022-12-31") == before)
  }

  @Test("where the period of an event is closed, its reversal has the day of the undo")
  func closed() throws {
    let folder = try Folder()
    let book = try book(folder)
    try imported(RenewalTests.investment, "b.journal", folder, book)
    let batch = try book.batch(named: "last")
    for month in ["2022-01", "2022-02", "2022-03", "2022-04", "2022-05", "2022-06"] {
      _ = try book.recordOne(source: "close") { register throws(Diagnostic) in
        try JournalReader(register: register).event(parsing: Array("2022-07-05 close \(month)\n".utf8))
      }
    }
    let today = try #require(Day("2022-08-01"))
    let outcome = try BatchUndo(batch, reason: nil, day: today, staysOnDays: true).run(in: book)
    #expect(outcome.reversals.compactMap { $0.event?.event.day } == [today, today, today])
  }

  /// A budget, two payments out of it, the first with a key, and the reversal of the second by hand on a later day.
  private static let year = """
    programme P from:2021-01-01
    party X
    2022-01-05 budget 2022/P 100,000,000.00 CNY doc:d1 key:b1
    2022-01-10 deal X/A party:X programme:P method:直接投资
    2022-02-01 pay X/A 10,000,000.00 CNY envelope:2022/P share:10% doc:d3 key:p1
    2022-03-01 pay X/A 5,000,000.00 CNY envelope:2022/P share:12% doc:d4

    """

  /// A book with the year, its second payment reversed by hand.
  private func reversedByHand(_ folder: Folder) throws -> (book: Book, batch: Batch) {
    let book = try folder.newBook()
    try imported(RenewalTests.year, "y.journal", folder, book)
    let batch = try book.batch(named: "last")
    _ = try book.recordOne(source: "bgt reverse") { register throws(Diagnostic) in
      try JournalReader(register: register).event(parsing: Array("2022-12-01 reverse #\(batch.last) reason:x\n".utf8))
    }
    return (book, batch)
  }

  private func standing(_ book: Book) throws -> [String] {
    var payments: [(sequence: Int64, text: String)] = []
    try book.events { sequence, text throws(Diagnostic) in
      let words = String(decoding: text, as: UTF8.self).split(separator: " ").prefix(4)
      if words.contains("pay") { payments.append((sequence, words.joined(separator: " "))) }
    }
    var texts: [String] = []
    for (sequence, text) in payments where try book.reversal(of: sequence) == nil { texts.append(text) }
    return texts
  }

  @Test("what --again recorded and an undo took back comes anew, and what stands anew is not said to stay reversed")
  func undoneAgain() throws {
    let folder = try Folder()
    let (book, batch) = try reversedByHand(folder)
    let both = ["2022-02-01 pay X/A 10000000.00", "2022-03-01 pay X/A 5000000.00"]
    try imported(RenewalTests.year, "y.journal", folder, book, again: true)
    #expect(try standing(book) == both)
    #expect(try imported(RenewalTests.year, "y.journal", folder, book).warnings == [])
    try undo(book)
    _ = try BatchUndo(batch, reason: nil, day: try #require(Day("2026-11-23")), staysOnDays: true).run(in: book)
    #expect(try standing(book) == [])
    let outcome = try imported(RenewalTests.year, "y.journal", folder, book)
    #expect(outcome.recorded == 3 && outcome.renewed == 3, "\(outcome)")
    #expect(outcome.warnings.map(\.code) == [.countsTwice], "\(outcome.warnings)")
    #expect(try standing(book) == both)
    #expect(try imported(RenewalTests.year, "y.journal", folder, book).recorded == 0)
    #expect(try book.verify() == [])
  }

  @Test("a budget that was needed until a payment was reversed is taken back on that day, not on the day of the undo")
  func budgetDay() throws {
    let folder = try Folder()
    let (book, batch) = try reversedByHand(folder)
    let outcome = try BatchUndo(batch, reason: nil, day: try #require(Day("2026-11-23")), staysOnDays: true).run(in: book)
    #expect(outcome.reversals.compactMap { $0.event?.event.day?.description } == ["2022-02-01", "2022-12-01"])
  }

  @Test("a file that says something else than what was recorded anew is refused by the key that it writes itself")
  func ownKeyNamed() throws {
    let folder = try Folder()
    let book = try folder.newBook()
    try imported(RenewalTests.year, "y.journal", folder, book)
    try undo(book)
    let corrected = RenewalTests.year.replacing("10,000,000.00 CNY envelope", with: "11,000,000.00 CNY envelope")
    try imported(corrected, "y.journal", folder, book)
    let place = try #require(try book.batches().last?.last) - 1
    let outcome = try BookImport().run([try EventFile(path: try folder.write(RenewalTests.year, to: "y.journal"))], into: book)
    #expect(outcome.problems.map(\.code) == [.duplicateKey])
    #expect(outcome.problems.first?.message.hasPrefix("key p1 is that of #\(place),") == true, "\(outcome.problems)")
    #expect(outcome.problems.first?.position?.line == 5)
  }
}
