import BookStore
import JournalText
import LedgerCore
import Portfolio
import Seeds
import Testing

@Suite("Queries from projections")
struct ProjectionTests {
  let fixture: BookFixture

  init() throws { fixture = try BookFixture() }

  /// A random journal over few accounts, two commodities and three years, some events reversed.
  private func journal(_ random: inout SeededGenerator, events: Int, first: Int) -> String {
    var text = ""
    for index in 0..<events {
      let day = Day(number: Int32(18_628 + random.next(below: 1000)))
      if index > 3 && random.next(below: 8) == 0 {
        text += "\(day) reverse #\(first + random.next(below: index)) reason:x\n"
        continue
      }
      let commodity = ["CNY", "USD"][random.next(below: 2)]
      text += "\(day) * 事项 \(first + index)\n"
      for _ in 0...random.next(below: 3) {
        text += "  科目\(random.next(below: 5))  \(random.next(below: 100_000) - 50_000).25 \(commodity)\n"
      }
      text += "  科目9\n"
    }
    return text
  }

  /// Imports what can be, leaving out events that may not be reversed.
  private func fill(_ book: Book, _ text: String) throws {
    try book.transaction(source: BatchOrigin(source: "random")) { writer throws(Diagnostic) in
      _ = JournalReader(register: writer.register).read(Array(text.utf8), file: "random") {
        event throws(Diagnostic) in _ = try writer.append(event)
      }
    }
  }

  /// Movements added up one posting at a time.
  private func recomputed(_ book: Book, _ query: MovementQuery) throws -> [Movement] {
    var table = MovementTable(query: query)
    try book.postings(PostingQuery(moment: query.moment, book: query.book)) { row throws(Diagnostic) in
      try table.add(row.posting, on: row.day)
    }
    return table.rows
  }

  @Test("Movements of any period are those of its postings, and the file verifies", arguments: 0..<6)
  func movements(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let book = try fixture.create()
    for batch in 0..<3 { try fill(book, journal(&random, events: 40, first: 3 + batch * 41)) }
    let head = try book.head().sequence
    for _ in 0..<60 {
      let days = (0..<2).map { _ in Day(number: Int32(18_600 + random.next(below: 1060))) }
      let whole = random.next(below: 3) == 0
      let query = MovementQuery(
        moment: Moment(
          asOf: whole ? .never : random.next(below: 3) == 0 ? days[0].month.end : days[0],
          knownAt: random.next(below: 3) == 0 ? Int64(random.next(below: Int(head) + 2)) : .max),
        from: [Day.always, days[1], days[1].month.start, days[0]][random.next(below: 4)],
        book: random.next(below: 4) == 0 ? .budget : nil, isByDimensions: random.next(below: 2) == 0)
      #expect(try book.movements(query) == recomputed(book, query), "seed \(seed): \(query)")
    }
    #expect(try book.verify() == [])
    try book.rebuildProjections()
    #expect(try book.verify() == [])
  }

  @Test("A balance at the end of a day is the sum of the postings up to it", arguments: 0..<3)
  func balances(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let book = try fixture.create()
    try fill(book, journal(&random, events: 60, first: 3))
    let account = try #require(book.register.account(named: "科目9")).id
    let usd = try #require(book.register.commodity(named: "USD"))
    for offset in stride(from: 0, to: 1000, by: 37) {
      let day = Day(number: Int32(18_628 + offset))
      var sum: Int64 = 0
      try book.postings(PostingQuery(moment: Moment(asOf: day), accounts: [account])) { row throws(Diagnostic) in
        if row.posting.commodity == usd { sum += row.posting.amount }
      }
      #expect(try book.balance(of: account, usd, asOf: day) == sum)
    }
  }

  @Test("What was known at an event is what a book holds that ends there", arguments: [3, 20, 41, 44, 60])
  func knownAt(sequence: Int) throws {
    var random = SeededGenerator(seed: 7)
    let book = try fixture.create("a.book")
    for batch in 0..<2 { try fill(book, journal(&random, events: 40, first: 3 + batch * 41)) }
    let moment = Moment(knownAt: Int64(sequence))
    var text: [UInt8] = []
    try book.events(at: moment) { _, bytes throws(Diagnostic) in text += bytes }
    let past = try fixture.create("b.book")
    try past.importing(String(decoding: text, as: UTF8.self))
    #expect(try past.head() == book.head(at: moment))
    #expect(try past.eventCounts(at: .latest).map(\.count) == book.eventCounts(at: moment).map(\.count))
    let now = try book.movements(MovementQuery(moment: moment))
    #expect(try named(past.movements(MovementQuery()), past) == named(now, book))
    #expect(try lines(past, .latest) == lines(book, moment))
  }

  private func named(_ movements: [Movement], _ book: Book) throws -> Set<String> {
    Set(movements.map { "\(book.register[$0.account].name) \($0.opening) \($0.debit) \($0.credit)" })
  }

  private func lines(_ book: Book, _ moment: Moment) throws -> [String] {
    var lines: [String] = []
    try book.postings(PostingQuery(moment: moment)) { row throws(Diagnostic) in
      lines.append("\(row.day) \(row.number) \(book.register[row.posting.account].name) \(row.posting.amount)")
    }
    return lines
  }

  @Test("A day or an instant says which events were known")
  func instants() throws {
    let book = try fixture.create()
    try book.importing("2022-01-01 * 甲\n  甲  1.00 CNY\n  乙\n")
    try book.importing("2022-01-02 * 乙\n  甲  1.00 CNY\n  乙\n")
    let batches = try book.batches()
    #expect(batches.map(\.by) == ["张三", "张三"])
    #expect(try book.sequence(knownAt: batches[0].recorded) == 3)
    #expect(try book.sequence(knownAt: batches[1].recorded) == 5)
    #expect(try book.sequence(knownAt: "2026-01-01") == 5)
    #expect(try book.sequence(knownAt: "2025-12-31") == 1)
  }

  @Test("Numbers run without gaps by month, also when earlier months are posted later")
  func numbers() throws {
    let book = try fixture.create()
    for day in ["2022-01-05", "2022-02-05", "2022-01-20", "2022-02-01"] {
      try book.importing("\(day) * x\n  甲  1.00 CNY\n  乙\n")
    }
    var numbers: [String] = []
    try book.postings(PostingQuery()) { row throws(Diagnostic) in
      if row.line == 1 { numbers.append("\(row.day) \(row.number)") }
    }
    #expect(numbers == ["2022-01-05 1", "2022-01-20 2", "2022-02-01 2", "2022-02-05 1"])
  }
}
