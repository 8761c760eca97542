import LedgerCore
import Testing

@testable import Portfolio

@Suite("Exits under terms")
struct ExitByTermsTests {
  private static let held = """
    2022-01-01 terms 甲/成本 rate:10% doc:协议
    2022-01-01 pay 甲/成本 3,650.00 envelope:2022/拨改投 share:10% key:一

    """

  private func books(_ text: String) throws -> Books {
    let books = try Books(text)
    #expect(books.problems == [])
    return books
  }

  private func amount(_ measure: Measure, _ books: Books) -> Int64? {
    books.events.last?.facts.first { $0.measure == measure }?.amount
  }

  @Test("the price due is reckoned from the terms when none is stated, and kept as stated when one is")
  func reckoned() throws {
    let text = ExitByTermsTests.held
    #expect(amount(.priceDue, try books(text + "2022-01-11 exit 甲/成本 3,660.00 way:buyback\n")) == 366_000)
    #expect(amount(.priceDue, try books(text + "2022-01-11 exit 甲/成本 3,660.00 due:1.00\n")) == 100)
    #expect(amount(.priceDue, try books(text + "2022-01-11 exit 甲/成本 2,000.00 part:50%\n")) == 183_000)
  }

  @Test("a market sale and a liquidation have no price by formula", arguments: ["market", "liquidation"])
  func unbound(_ way: String) throws {
    let books = try books(ExitByTermsTests.held + "2022-01-11 exit 甲/成本 1.00 way:\(way)\n")
    #expect(amount(.priceDue, books) == nil)
    #expect(books.events.last?.warnings == [])
  }

  @Test("without terms an exit means what it always did: no price, no refusal below the principal")
  func withoutTerms() throws {
    let text = "2022-01-01 pay 甲/成本 100.00 envelope:2022/拨改投\n"
    let exit = try books(text + "2022-02-01 exit 甲/成本 1.00\n")
    #expect(amount(.priceDue, exit) == nil)
    #expect(exit.events.last?.warnings == [])
    #expect(amount(.loss, try books(text + "2022-02-01 exit 甲/成本 1.00 due:100.00 doc:批\n")) == 9900)
  }

  @Test("less than the price due warns, unless a document approves it")
  func shortfall() throws {
    let exit = "2022-01-11 exit 甲/成本 3,655.00"
    #expect(try books(ExitByTermsTests.held + exit + "\n").events.last?.warnings.map(\.code) == [.belowPriceDue])
    #expect(try books(ExitByTermsTests.held + exit + " doc:投决〔2022〕1号\n").events.last?.warnings == [])
  }

  @Test("what is given up comes out of gain, never out of principal")
  func principal() throws {
    var books = try books(ExitByTermsTests.held)
    #expect(books.record("2022-01-11 exit 甲/成本 3,649.99 doc:批")?.code == .principalGivenUp)
    #expect(try books.deal("甲/成本").cost == 365_000)
    #expect(books.record("2022-01-11 exit 甲/成本 3,649.99 override:困难企业")?.code == .exceptionIncomplete)
    #expect(books.record("2022-01-11 exit 甲/成本 3,649.99 doc:批 override:困难企业 authorised:市政府") == nil)
    #expect(amount(.principalGivenUp, books) == 1)
    #expect(books.events.last?.warnings.map(\.code) == [.principalGivenUpAuthorised])
  }

  @Test(
    "a stated price takes nothing off the principal that is owed",
    arguments: [
      "due:0.00", "due:3,000.00 doc:批", "part:50% due:0.00 doc:批", "due:9,999.00 doc:批",
      // With a rate missing the terms still owe the principal.
      "due:1.00 doc:批 rate-missing",
    ])
  func principalWhateverIsStated(_ fields: String) throws {
    let missing = fields.hasSuffix(" rate-missing")
    let terms = missing ? "2022-01-05 terms 甲/成本 tiers:value doc:补充\n" : ""
    let given = missing ? String(fields.dropLast(13)) : fields
    var books = try books(ExitByTermsTests.held + terms)
    let cost: Int64 = fields.hasPrefix("part") ? 182_500 : 365_000
    let below = DecimalText.format(cost - 1, scale: 2)
    #expect(books.record("2022-01-11 exit 甲/成本 \(below) \(given)")?.code == .principalGivenUp)
    #expect(try books.deal("甲/成本").cost == 365_000)
    #expect(books.record("2022-01-11 exit 甲/成本 \(below) \(given) override:困难企业 authorised:市政府") == nil)
    #expect(amount(.principalGivenUp, books) == 1)
  }

  @Test("a stated price that is not that of the terms warns, and theirs is kept beside it; the same price is not")
  func differing() throws {
    let exit = "2022-01-11 exit 甲/成本 3,660.00 "
    let other = try books(ExitByTermsTests.held + exit + "due:3,655.00\n")
    #expect(other.events.last?.warnings.map(\.code) == [.priceDueDiffers])
    #expect(amount(.priceDue, other) == 365_500 && amount(.priceByTerms, other) == 366_000)
    let same = try books(ExitByTermsTests.held + exit + "due:3,660.00\n")
    #expect(same.events.last?.warnings == [] && amount(.priceByTerms, same) == nil)
    let unpriced = try books(ExitByTermsTests.held + "2022-01-05 terms 甲/成本 tiers:value doc:补充\n" + exit + "due:3,655.00\n")
    #expect(unpriced.events.last?.warnings == [] && amount(.priceByTerms, unpriced) == nil)
  }

  @Test("an exception that was not needed says so")
  func needless() throws {
    let books = try books(ExitByTermsTests.held + "2022-01-11 exit 甲/成本 3,660.00 override:无 authorised:市政府\n")
    #expect(books.events.last?.warnings.map(\.code) == [.exceptionNeedless])
    #expect(amount(.principalGivenUp, books) == nil)
  }

  @Test("a price that cannot be reckoned warns and records the exit without one")
  func obstacle() throws {
    let text = ExitByTermsTests.held + "2022-01-05 terms 甲/成本 tiers:value doc:补充\n"
    let exit = try books(text + "2022-01-11 exit 甲/成本 3,660.00\n")
    #expect(exit.events.last?.warnings.map(\.code) == [.priceNotComputed])
    let valued = try books(text + "2022-01-10 value 甲/成本 0\n2022-01-11 exit 甲/成本 3,660.00\n")
    #expect(amount(.priceDue, valued) == 365_000)
  }

  @Test("the terms of the day of the exit count")
  func dated() throws {
    let text = ExitByTermsTests.held + "2022-01-21 terms 甲/成本 rate:20% doc:补充\n"
    #expect(amount(.priceDue, try books(text + "2022-01-20 exit 甲/成本 5,000.00\n")) == 365_000 + 1900)
    #expect(amount(.priceDue, try books(text + "2022-01-21 exit 甲/成本 5,000.00\n")) == 365_000 + 4000)
  }

  private static let second =
    ExitByTermsTests.held + """
      2022-01-11 pay 甲/成本 7,300.00 envelope:2022/拨改投 share:30% key:二
      2022-01-15 value 甲/成本 20,000.00

      """

  @Test("specific cost takes the cost of its instalment; share and worth leave in proportion to cost")
  func specific() throws {
    let books = try books(ExitByTermsTests.second + "2022-01-21 exit 甲/成本 4,000.00 cost:specific instalment:一\n")
    #expect(amount(.costOut, books) == 365_000)
    #expect(amount(.priceDue, books) == 367_000)
    #expect(amount(.shareOut, books) == 100_000_000)
    #expect(amount(.valueOut, books) == 666_667)
    #expect(try books.deal("甲/成本").share?.partsPerBillion == 200_000_000)
    #expect(amount(.gain, books) == 35_000)
    #expect(try books.deal("甲/成本").cost == 730_000)
  }

  @Test("average cost takes of both, and each bears its own days")
  func average() throws {
    let books = try books(ExitByTermsTests.second + "2022-01-21 exit 甲/成本 6,000.00 part:50%\n")
    #expect(amount(.costOut, books) == 547_500)
    #expect(amount(.priceDue, books) == 549_500)
    #expect(amount(.instalmentSold, books) == nil)
  }

  @Test("under the equity method all details of the instalment's part go")
  func equityMethod() throws {
    let books = try books(
      """
      2022-01-01 pay 甲/A 100.00 envelope:2022/拨改投 share:10% key:一
      2022-01-02 pay 甲/A 300.00 envelope:2022/拨改投 share:30%
      2022-06-30 result 甲/A ours:40.00
      2022-07-01 exit 甲/A 150.00 instalment:一

      """)
    #expect(amount(.costOut, books) == 10_000)
    #expect(amount(.adjustmentOut, books) == 1000)
    #expect(try books.deal("甲/A").carryingAmount == 33_000)
  }

  @Test(
    "specific cost that names no payment, another deal's, one that is gone, or average cost with one, is refused",
    arguments: [
      ("cost:specific", DiagnosticCode.missingField), ("cost:average instalment:一", .conflictingFields),
      ("cost:specific instalment:估", .notAnInstalment), ("instalment:别", .notAnInstalment),
      ("instalment:没有", .unknownEvent),
    ])
  func refused(_ fields: String, _ code: DiagnosticCode) throws {
    var books = try books(
      ExitByTermsTests.second
        + "2022-01-16 value 甲/成本 1.00 key:估\n2022-01-16 pay 甲/A 1.00 envelope:2022/拨改投 key:别\n")
    #expect(books.record("2022-01-21 exit 甲/成本 9,000.00 \(fields)")?.code == code)
  }

  @Test("an instalment that was sold cannot be sold again; after a reversal it can")
  func again() throws {
    let exit = "2022-01-21 exit 甲/成本 4,000.00 instalment:一"
    var books = try books(ExitByTermsTests.second + exit + " key:退\n")
    #expect(books.record(exit)?.code == .notAnInstalment)
    #expect(books.record("2022-01-21 reverse 退 reason:错") == nil)
    #expect(books.record(exit) == nil)
    #expect(try books.deal("甲/成本").cost == 730_000)
  }
}
