import BookStore
import FoundationEssentials
import JournalText
import LedgerCore
import Portfolio
import Testing

@Suite("A city's five years in a book file")
struct SampleTests {
  let fixture: BookFixture
  private let journal: String

  init() throws {
    fixture = try BookFixture()
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    journal = try ["register", "2019", "2020", "2021", "2022", "2023"].map { name in
      try String(contentsOf: root.appending(path: "ledger-samples/liaocheng/\(name).journal"), encoding: .utf8)
    }.joined(separator: "\n")
  }

  private func create(_ name: String) throws -> Book { try fixture.create(name, rules: "fiscal-2022", isStrict: true) }

  /// Facts and movements of a source with names in place of ids.
  private func content(of source: some LedgerSource, at moment: Moment = .latest) throws -> [String] {
    let register = source.register
    let names = { (dimensions: Dimensions) in
      [
        dimensions.programme.isNone ? "" : register[dimensions.programme].name,
        dimensions.envelope.isNone ? "" : register[dimensions.envelope].name,
        dimensions.deal.isNone ? "" : register[dimensions.deal].name,
        dimensions.party.isNone ? "" : register[dimensions.party].name,
        dimensions.holder.isNone ? "" : register[dimensions.holder].name,
      ].joined(separator: ",")
    }
    let facts = try source.facts(at: moment).map { fact in
      "\(fact.day) \(fact.measure) \(fact.amount) \(fact.traits.packed) \(fact.reverses != 0) \(names(fact.dimensions))"
    }
    let query = MovementQuery(moment: moment, from: try #require(Day("2021-03-10")), isByDimensions: true)
    let movements = try source.movements(query).map { row in
      "\(register[row.account].name) \(names(row.dimensions)) \(row.opening) \(row.debit) \(row.credit)"
    }
    return facts + movements.sorted()
  }

  @Test("A book file says what books in memory say, at any day")
  func sameAsMemory() throws {
    let memory = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"))
    let problems = JournalReader(register: memory.register).read(Array(journal.utf8), file: "sample") {
      event throws(Diagnostic) in _ = try memory.record(event)
    }
    #expect(problems == [])
    let book = try create("a.book")
    try book.importing(journal)
    for day in ["2019-06-30", "2021-03-10", "2022-02-14", "2023-12-31"] {
      let moment = Moment(asOf: try #require(Day(day)))
      #expect(try content(of: book, at: moment) == content(of: memory, at: moment))
    }
    #expect(try content(of: book) == content(of: memory))
    #expect(try content(of: fixture.open("a.book")) == content(of: memory))
    #expect(try book.verify() == [])
  }

  @Test("A book opened anew for every ten events comes to the same as one import")
  func openedAnew() throws {
    let whole = try create("a.book")
    try whole.importing(journal)
    _ = try create("b.book")
    var events: [String] = []
    try whole.events { _, text throws(Diagnostic) in events.append(String(decoding: text, as: UTF8.self)) }
    events.removeAll { $0.hasPrefix("book ") || $0.hasPrefix("batch ") }
    for start in stride(from: 0, to: events.count, by: 10) {
      try fixture.open("b.book").importing(events[start..<min(start + 10, events.count)].joined())
    }
    #expect(try content(of: fixture.open("b.book")) == content(of: whole))
    #expect(try Book.verify(at: fixture.path("b.book")) == [])
  }

  @Test("Printed and imported again, the five years have the same chain head and rows")
  func reprinted() throws {
    let book = try create("a.book")
    try book.importing(journal)
    let copy = try create("b.book")
    try copy.importing(try book.printed())
    #expect(try copy.head() == book.head())
    #expect(try RawFile(fixture.path("b.book")).dump() == RawFile(fixture.path("a.book")).dump())
  }

  @Test("A payment over the envelope leaves no trace in the file")
  func overEnvelope() throws {
    let book = try create("a.book")
    try book.importing(journal)
    let rows = try RawFile(fixture.path("a.book")).dump()
    expect(.overEnvelope) {
      try book.importing("2023-12-31 budget 2023/拨改投 1.00 CNY\n2023-12-31 lapse 2023/拨改投 9,000,000,000.00 CNY\n")
    }
    #expect(try RawFile(fixture.path("a.book")).dump() == rows)
    #expect(try book.position(of: "2023/拨改投") == fixture.open("a.book").position(of: "2023/拨改投"))
  }

  @Test("Changed facts and dimensions are found")
  func facts() throws {
    try create("a.book").importing(journal)
    let raw = try RawFile(fixture.path("a.book"))
    let paid = try #require(
      try raw.int("SELECT seq FROM fact WHERE measure = \(Measure.paidFresh.rawValue) ORDER BY seq LIMIT 1"))
    try raw.tamper(
      """
      UPDATE fact SET amount = amount + 1 WHERE seq = \(paid) AND measure = \(Measure.paidFresh.rawValue);
      UPDATE dimensions SET deal = deal + 1 WHERE id = (SELECT min(dimensions) FROM fact WHERE seq = \(paid));
      """)
    let findings = try Book.verify(at: fixture.path("a.book"))
    #expect(findings.contains { $0.part == .fact && $0.sequence == paid })
    #expect(findings.contains { $0.part == .name })
    #expect(!findings.contains { $0.part == .chain })
  }
}

extension Book {
  /// What may still be spent of an envelope.
  fileprivate func position(of envelope: String) throws -> Int64 {
    try transaction(source: BatchOrigin(source: "look")) { writer throws(Diagnostic) in
      guard let found = writer.register.envelope(named: envelope) else { return -1 }
      return try writer.position(of: found.id).available
    }
  }
}
