import LedgerCore
import Portfolio
import Testing

@testable import Reports

@Suite("Share and fair value through exits, reversals and corrections")
struct MarksTests {
  private static let opening = """
    book 测 rules:fiscal-2022
    2020-01-01 programme P
    2020-01-01 party C1 kind:company
    2020-01-01 budget 2020/P 1,000,000.00
    2020-01-02 deal C1/A party:C1 programme:P method:direct term:3y
    2020-03-01 pay C1/A 100,000.00 envelope:2020/P share:10%

    """

  private func ledger(_ text: String) throws -> MemoryLedger { try books(MarksTests.opening + text) }

  private func view(_ ledger: MemoryLedger, asOf text: String) throws -> ReturnsView {
    let facts = try ledger.facts(at: Moment(asOf: day(text)))
    return try ReturnsView(facts, register: ledger.register, by: .none, asOf: day(text))
  }

  private func worth(_ text: String, asOf: String) throws -> Int64 {
    let view = try view(try ledger(text), asOf: asOf)
    return try #require(view.valuations.last).amount
  }

  @Test("reversing the first of two exits gives back its share and worth, and the next result posts the right part")
  func reversedExit() throws {
    let ledger = try ledger(
      """
      2020-06-01 value C1/A 120,000.00
      2020-07-01 exit C1/A 60,000.00 part:50% cash:其他财政存款
      2020-08-01 exit C1/A 20,000.00 part:50% cash:其他财政存款
      2020-09-01 reverse #8 reason:错
      2020-12-31 result C1/A 1,000,000.00
      """)
    let view = try view(ledger, asOf: "2020-12-31")
    let position = try #require(view.positions.last)
    #expect(position.cost == 7_500_000)
    #expect(position.share == Rate("7.5%"))
    #expect(try #require(view.valuations.last).amount == 9_000_000)
    #expect(position.carryingAmount == 15_000_000)
  }

  @Test("exits recorded out of date order leave a quarter of cost, share and worth")
  func outOfOrder() throws {
    let ledger = try ledger(
      """
      2020-04-01 value C1/A 120,000.00
      2020-09-01 exit C1/A 60,000.00 part:50% cash:其他财政存款
      2020-06-01 exit C1/A 60,000.00 part:50% cash:其他财政存款
      """)
    let view = try view(ledger, asOf: "2020-12-31")
    let position = try #require(view.positions.last)
    #expect(position.cost == 2_500_000)
    #expect(position.share == Rate("2.5%"))
    #expect(try #require(view.valuations.last).amount == 3_000_000)
  }

  @Test("an exit dated before a later valuation takes its part of the valuation of its own day")
  func beforeLaterValuation() throws {
    let text = """
      2020-04-01 value C1/A 100,000.00
      2020-12-31 value C1/A 300,000.00
      2020-06-01 exit C1/A 60,000.00 part:50% cash:其他财政存款
      """
    #expect(try worth(text, asOf: "2020-07-01") == 5_000_000)
    #expect(try worth(text, asOf: "2020-12-31") == 30_000_000)
  }

  @Test("what was paid in after a valuation leaves with the part sold too")
  func paidBeforeExit() throws {
    let text = """
      2020-04-01 value C1/A 120,000.00
      2020-05-01 pay C1/A 50,000.00 envelope:2020/P
      2020-06-01 exit C1/A 85,000.00 part:50% cash:其他财政存款
      """
    #expect(try worth(text, asOf: "2020-12-31") == 8_500_000)
  }

  @Test(
    "nothing held is worth nothing, whatever was stated before",
    arguments: ["reverse #6 reason:错", "refund C1/A 100,000.00 envelope:2020/P"])
  func nothingHeld(end: String) throws {
    #expect(try worth("2020-06-01 value C1/A 120,000.00\n2020-07-01 \(end)\n", asOf: "2020-12-31") == 0)
  }

  @Test("money of a prior-year error does not change the fair value")
  func correctedMoney() throws {
    let text = """
      2020-06-01 value C1/A 120,000.00
      2020-07-01 adjust C1/A 5,000.00 detail:money
      """
    #expect(try worth(text, asOf: "2020-12-31") == 12_000_000)
  }
}
