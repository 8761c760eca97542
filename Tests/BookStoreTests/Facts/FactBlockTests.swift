import BookStore
import JournalText
import LedgerCore
import Portfolio
import Seeds
import Testing

@Suite("Facts in blocks")
struct FactBlockTests {
  let fixture: BookFixture

  init() throws { fixture = try BookFixture() }

  private static let seed: UInt64 = 20_261

  /// Loans over three years, days at random, now and then a reversal: enough to fill one block and begin another.
  private func journal(events: Int, _ random: inout SeededGenerator) -> String {
    var text = """
      programme 甲 from:2019-01-01
      party 乙 kind:company
      party 丙 kind:bank
      2021-01-01 deal 乙/A party:乙 programme:甲 method:直接投资
      2021-01-01 deal 乙/B party:乙 programme:甲 method:直接投资

      """
    var free: [Int] = []
    for index in 0..<events {
      let day = Day(number: Int32(18_628 + random.next(below: 1000)))
      if free.count > 100 && random.next(below: 60) == 0 {
        let original = free.remove(at: random.next(below: free.count))
        text += "\(Day(number: 18_628 + 1000 + Int32(index % 50))) reverse k\(original) reason:错\n"
        continue
      }
      let deal = ["乙/A", "乙/B"][random.next(below: 2)]
      let kind =
        random.next(below: 3) == 0 ? "loan \(deal) \(1 + index).07 CNY party:丙" : "social \(deal) \(index + 2).00 CNY class:private"
      text += "\(day) \(kind) key:k\(index)\n"
      free.append(index)
    }
    return text
  }

  @Test("Facts of any period, measures and moment are those of the same journal in memory")
  func sameFacts() throws {
    var random = SeededGenerator(seed: FactBlockTests.seed)
    let text = journal(events: 1150, &random)
    let book = try fixture.create()
    try book.importing(text)
    let head = Int(try book.head().sequence)
    #expect(head > 1024)
    let memory = MemoryLedger(rules: try RuleSet.builtIn("plain"), numbersAsBook: true)
    var texts: [[UInt8]] = []
    try book.events { _, bytes throws(Diagnostic) in texts.append(bytes) }
    for text in texts { try memory.record(MemoryEvents.read(text, memory.register)) }
    for index in 0..<12 {
      let days = (0..<2).map { _ in Day(number: Int32(18_600 + random.next(below: 1100))) }
      let moment = Moment(
        asOf: index % 3 == 0 ? .never : days[1],
        knownAt: index % 2 == 0 ? .max : Int64([100, 1024, 1025, head].randomElement(using: &random) ?? 1))
      let first = index % 4 == 0 ? Day.always : days[0]
      let measures: Set<Measure>? = index % 5 == 0 ? [.lent] : nil
      let found = try book.facts(from: first, at: moment, of: measures)
      #expect(try found == memory.facts(from: first, at: moment, of: measures), "seed \(FactBlockTests.seed): \(first) \(moment)")
      let sinks = try book.gatherFacts(from: first, at: moment, of: measures, into: { _ in [] }) { (sink: inout [Fact], fact) in
        sink.append(fact)
      }
      #expect(sinks.flatMap(\.self) == found, "seed \(FactBlockTests.seed): \(first) \(moment)")
      #expect(try book.lastDay(at: moment) == memory.lastDay(at: moment), "\(moment)")
    }
    #expect(try book.verify() == [])
    try book.rebuildProjections()
    #expect(try book.verify() == [])
    try damage(book)
  }

  /// A changed byte is found, as is a block that is gone; a rebuilding mends both.
  private func damage(_ book: Book) throws {
    let raw = try RawFile(book.path)
    for sql in [
      "UPDATE fact_block SET facts = CAST(x'00' || substr(facts, 2) AS BLOB)",
      "UPDATE fact_block SET facts = substr(facts, 1, 50)", "DELETE FROM fact_block",
    ] {
      try raw.tamper(sql)
      let findings = try Book.verify(at: book.path)
      #expect(findings.count == 1 && findings[0].part == .projection, "\(sql)")
    }
    try fixture.open().rebuildProjections()
    #expect(try Book.verify(at: book.path) == [])
  }
}
