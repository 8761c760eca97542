import LedgerCore
import Seeds
import Testing

@testable import Portfolio

/// Each parameter of the terms, by the price that it makes of payments of 2020 and 2021.
@Suite("The price due by exit terms")
struct ExitPriceTests {
  private static let rates = """
    2020-01-01 rate LPR-1Y 4%
    2023-01-01 rate LPR-1Y 3%

    """

  /// The price of the whole deal on a day under terms written as the fields of a `terms` event.
  private func price(
    _ fields: String, on day: String = "2023-12-27", value: Int64? = nil,
    pays: [String] = ["2021-01-01 pay 甲/成本 3,650.00"], more: String = ""
  ) throws -> ExitPrice {
    let payments = pays.map { "\($0) envelope:2022/拨改投 key:\($0.prefix(10))\n" }.joined()
    let text =
      "2020-01-01 deal 甲/成本 party:甲 programme:拨改投 method:直接投资\n2020-01-01 budget 2022/拨改投 100,000.00\n"
      + ExitPriceTests.rates + "2020-01-01 terms 甲/成本 \(fields) doc:协议\n" + payments + more
    let books = try Books(text)
    #expect(books.problems == [])
    let register = books.ledger.register
    let deal = try #require(register.deal(named: "甲/成本"))
    let exit = try #require(Day(day))
    var lots = Instalments(try books.ledger.facts(ofDeal: deal.id), on: exit)
    return try ExitPrice(
      of: lots.take(.max), under: try #require(register.exitTerms(of: deal.id, on: exit)), on: exit,
      firstPaid: lots.firstPaid, rates: ExitRateLookup(register.rates), value: value)
  }

  @Test("within the free period the principal alone is due, its last day included; from the next day on, interest")
  func freePeriod() throws {
    #expect(try price("free:2y rate:3.65%", on: "2023-01-01").amount == 365_000)
    // 731 days at 36.5 fen: 26,681.5, half up.
    #expect(try price("free:2y rate:3.65%", on: "2023-01-02").amount == 391_682)
  }

  @Test("interest over the whole term, or after the free period only")
  func bearing() throws {
    let whole = try price("free:2y rate:10% interest:whole", on: "2023-01-11")
    let after = try price("free:2y rate:10% interest:after", on: "2023-01-11")
    #expect(whole.interest == 740 * 100)
    #expect(after.interest == 10 * 100)
    #expect(after.steps.map(\.interest.days) == [10])
  }

  @Test("terms without a free period bear interest from the first day; terms of nothing are the principal")
  func plain() throws {
    #expect(try price("rate:10%", on: "2021-01-11").amount == 365_000 + 10 * 100)
    #expect(try price("floor:none", on: "2029-01-11").amount == 365_000)
  }

  @Test("each tier has its own basis and, when it says so, its own rate")
  func tiers() throws {
    let fields = "rate:10% tiers:\"1y 本金；2y 本息；3y interest 20%, value\""
    #expect(try price(fields, on: "2022-01-01").amount == 365_000)
    #expect(try price(fields, on: "2022-01-02").interest == 366 * 100)
    #expect(try price(fields, on: "2023-01-02").interest == 731 * 200)
    #expect(try price(fields, on: "2024-01-02", value: 400_000).amount == 400_000)
    #expect(throws: ExitPriceObstacle.noValuation) { try price(fields, on: "2024-01-02") }
  }

  @Test("the higher of principal with interest and valuation")
  func higher() throws {
    #expect(try price("rate:10% tiers:higher", on: "2022-01-01", value: 401_500).amount == 401_500)
    #expect(try price("rate:10% tiers:孰高", on: "2022-01-01", value: 401_499).amount == 401_500)
  }

  @Test("a published rate is that of the entry, of the exit or of each day")
  func series() throws {
    // 1090 days from 2021-01-01 to 2023-12-27, of them 730 before 2023.
    #expect(try price("rate:LPR-1Y rate-date:entry").interest == 1090 * 40)
    #expect(try price("rate:LPR-1Y rate-date:exit").interest == 1090 * 30)
    #expect(try price("rate:LPR-1Y").interest == 1090 * 30)
    #expect(try price("rate:LPR-1Y rate-date:分段").interest == 730 * 40 + 360 * 30)
    #expect(try price("rate:LPR-1Y rate-date:year").interest == 730 * 40 + 360 * 30)
  }

  @Test("a spread, compound interest, and the three day counts")
  func rest() throws {
    #expect(try price("rate:LPR-1Y spread:0.5%").interest == 1090 * 35)
    #expect(try price("rate:10% compounding:compound", on: "2023-01-01").interest == 76_650)
    #expect(try price("rate:3.6% days:act/360", on: "2021-01-11").interest == 365)
    #expect(try price("rate:3.6% days:30/360", on: "2021-03-01").interest == 2 * 1095)
  }

  private static let instalments = ["2020-01-01 pay 甲/成本 365.00", "2022-01-01 pay 甲/成本 730.00"]

  @Test("each instalment has its own holding period, or all have that of the first")
  func holding() throws {
    let own = try price("free:2y rate:10%", on: "2022-01-11", pays: ExitPriceTests.instalments)
    #expect(own.steps.map(\.basis) == [.interest, .principal])
    #expect(own.interest == 741 * 10)
    let first = try price("free:2y rate:10% holding:first", on: "2022-01-11", pays: ExitPriceTests.instalments)
    #expect(first.steps.map(\.basis) == [.interest, .interest])
    // Interest of the second instalment begins when it was paid.
    #expect(first.interest == 741 * 10 + 10 * 20)
  }

  private static let dividend = """
    2021-02-01 declare 甲/成本 ours:40.00
    2021-02-02 receive 甲/成本 40.00

    """

  @Test("dividends are kept, or deducted as far as the floor lets them")
  func dividends() throws {
    let kept = try price("rate:10%", on: "2021-02-20", more: ExitPriceTests.dividend)
    #expect((kept.dividends, kept.amount) == (0, 365_000 + 50 * 100))
    let deducted = try price("rate:10% dividends:deducted", on: "2021-02-20", more: ExitPriceTests.dividend)
    #expect((deducted.dividends, deducted.amount, deducted.isFloored) == (4000, 366_000, false))
    let floored = try price("rate:1% dividends:deducted", on: "2021-02-20", more: ExitPriceTests.dividend)
    #expect((floored.amount, floored.isFloored) == (365_000, true))
    let bare = try price("rate:1% dividends:deducted floor:none", on: "2021-02-20", more: ExitPriceTests.dividend)
    #expect((bare.amount, bare.isFloored) == (365_000 + 500 - 4000, false))
  }

  @Test("a valuation below the principal is raised to it, unless the terms have no floor")
  func floor() throws {
    #expect(try price("tiers:value", on: "2022-01-01", value: 1).amount == 365_000)
    #expect(try price("tiers:value floor:none", on: "2022-01-01", value: 1).amount == 1)
  }

  @Test("prices grow with the day and with the rate; the floor holds always", arguments: 0..<60)
  func monotone(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var terms = ExitTerms(deal: .none, from: .always, event: 0)
    let free = Int.random(in: 1...48, using: &random)
    terms.tiers = [ExitTier(untilMonths: free, basis: .principal), ExitTier(basis: .interest)]
    terms.isCompound = Bool.random(using: &random)
    terms.bearsWholeTerm = Bool.random(using: &random)
    terms.dayCount = [.actual360, .actual365Fixed][Int.random(in: 0...1, using: &random)]
    let start = Day(number: Int32.random(in: 17_000...20_000, using: &random))
    let lot = Instalment(event: 1, day: start, principal: Int64.random(in: 1...1_000_000_000_000, using: &random))
    var before: Int64 = 0
    for days in stride(from: 0, to: 3000, by: 61) {
      terms.rate = .fixed(Rate(partsPerBillion: 36_500_000))
      let day = start.adding(days: days)
      let price = try ExitPrice(
        of: [lot], under: terms, on: day, firstPaid: start, rates: ExitRateLookup([:]), value: nil)
      #expect(price.amount >= before && price.amount >= lot.principal, "seed \(seed), day \(days)")
      before = price.amount
      terms.rate = .fixed(Rate(partsPerBillion: 40_000_000))
      let dearer = try ExitPrice(
        of: [lot], under: terms, on: day, firstPaid: start, rates: ExitRateLookup([:]), value: nil)
      #expect(dearer.amount >= price.amount, "seed \(seed), day \(days)")
    }
  }
}
