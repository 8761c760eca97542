import LedgerCore
import Seeds
import Testing

@testable import Portfolio

/// Recording judges caps by sums that it keeps; the check of the same caps reads all facts.
@Suite("What everybody has in a fund, by sums and by facts")
struct FundSumsTests {
  private static let deals = ["基金/一", "基金/二"]
  private static let head = """
    programme P from:2010-01-01
    party 基金 kind:fund
    party 民 kind:other
    party 省 kind:government
    party 银 kind:bank
    2020-01-05 budget 2020/P 9,000,000.00
    2020-01-10 deal 基金/一 party:基金 programme:P method:guided
    2020-01-10 deal 基金/二 party:基金 programme:P method:guided

    """

  private func claims(_ books: Books) throws -> (sums: FundClaims?, facts: FundClaims) {
    let register = books.ledger.register
    let deals = register.deals.filter { FundSumsTests.deals.contains($0.name) }
    let sums = try deals.map { try books.deal($0.name).fund }
    let ids = Set(deals.map(\.id))
    let facts = books.events.flatMap(\.facts).filter { ids.contains($0.dimensions.deal) && $0.commodity == register.baseID }
    return (try FundClaims(sums, base: register.baseID), try FundClaims(deals, facts.standing))
  }

  private func expectSame(_ sums: FundClaims?, _ facts: FundClaims, _ remark: String) throws {
    let sums = try #require(sums)
    #expect(sums.own == facts.own && sums.total == facts.total && sums.government == facts.government, "\(remark)")
    #expect(sums.partners.map(\.party) == facts.partners.map(\.party), "\(remark)")
    #expect(sums.partners.map(\.amount) == facts.partners.map(\.amount), "\(remark)")
  }

  @Test("are the same in random books with promises, payments, returns, refunds and reversals", arguments: UInt64(1)...30)
  func random(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var books = try Books("", preamble: FundSumsTests.head)
    var recorded: [String] = []
    for number in 1...40 {
      let deal = FundSumsTests.deals.randomElement(using: &generator) ?? ""
      let party = ["民", "省", "银"].randomElement(using: &generator) ?? ""
      let amount = "\(Int.random(in: 1...500, using: &generator)).00"
      let day = "2020-0\(Int.random(in: 2...9, using: &generator))-1\(Int.random(in: 0...9, using: &generator))"
      let line =
        switch Int.random(in: 0...6, using: &generator) {
        case 0: "\(day) subscribe \(deal) \(amount) party:\(party) key:k\(number)\n"
        case 1: "\(day) call \(deal) \(amount) party:\(party) evidence:单 key:k\(number)\n"
        case 2: "\(day) commit \(deal) \(amount) envelope:2020/P key:k\(number)\n"
        case 3: "\(day) pay \(deal) \(amount) envelope:2020/P key:k\(number)\n"
        case 4: "\(day) refund \(deal) \(amount) envelope:2020/P key:k\(number)\n"
        case 5: "\(day) social \(deal) \(amount) party:\(party) stage:returned evidence:单 key:k\(number)\n"
        default: "2020-12-01 reverse \(recorded.randomElement(using: &generator) ?? "k0") reason:误记\n"
        }
      if books.record(line) == nil, line.contains("key:") { recorded.append("k\(number)") }
      let (sums, facts) = try claims(books)
      try expectSame(sums, facts, "seed \(seed), event \(number): \(line)")
    }
    #expect(recorded.count > 10, "seed \(seed): too little was recorded to say anything")
  }

  @Test("sums tell nothing once an interest changed hands: facts are read then")
  func sold() throws {
    var books = try Books("", preamble: FundSumsTests.head)
    for line in [
      "2020-02-01 pay 基金/一 100.00 envelope:2020/P\n", "2020-02-01 call 基金/一 100.00 party:民 evidence:单\n",
      "2020-03-01 call 基金/一 40.00 party:省 seller:民 evidence:单\n",
    ] { #expect(books.record(line) == nil, "\(line)") }
    let (sums, facts) = try claims(books)
    #expect(sums == nil)
    #expect(facts.partners.map(\.amount) == [60_00, 40_00])
  }
}
