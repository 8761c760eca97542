import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Caps on what is signed and not yet paid")
struct SignedHoldingTests {
  private static let start = """
    programme P from:2010-01-01
    party 甲
    party 基 kind:fund
    party 民 kind:other
    party 省 kind:government
    2020-01-05 budget 2020/P 900,000.00
    2020-01-10 deal 甲/A party:甲 programme:P method:direct term:3y
    2020-01-10 deal 基/一 party:基 programme:P method:guided
    2019-01-01 requirement share-cap rate:30%
    2019-01-01 requirement fund-share-cap rate:30%
    2019-01-01 requirement government-share-cap rate:50%
    2019-01-01 requirement largest-holder

    """

  private func findings(_ text: String) throws -> [CheckFinding] {
    try CheckReport().result(from: try books(SignedHoldingTests.start + text)).findings
  }

  @Test("a fund's caps judge the agreement: the same is found before the payment as after it, since the commitment")
  func fund() throws {
    let partners = "2020-02-01 subscribe 基/一 20.00 party:省\n2020-02-01 subscribe 基/一 50.00 party:民\n"
    let signed = try findings(partners + "2020-02-02 commit 基/一 60.00 envelope:2020/P\n")
    // 60 of 130; with the province 80 of 130; the most of all partners.
    #expect(signed.map(\.id) == ["fund-share-cap:基/一", "government-share-cap:基/一", "largest-holder:基/一"])
    #expect(
      signed.map(\.what.en) == [
        "46.15% of the fund, the cap is 30%", "all tiers together have 61.54%, the cap is 50%",
        "the most is committed, the next partner has CNY 50",
      ])
    #expect(signed.allSatisfy { $0.day == day("2020-02-02") && $0.events.count == 3 })
    let paid = try findings(partners + "2020-02-02 pay 基/一 60.00 envelope:2020/P\n")
    #expect(paid.map { "\($0.id) \($0.what.en) \($0.day)" } == signed.map { "\($0.id) \($0.what.en) \($0.day)" })
  }

  @Test("a company's caps judge the share that a commitment states, with what other tiers signed at the same price")
  func company() throws {
    let commit = "2020-02-01 commit 甲/A 60.00 envelope:2020/P share:40% largest:20%\n"
    let alone = try findings(commit)
    #expect(alone.map(\.id) == ["largest-holder:甲/A", "share-cap:甲/A"])
    #expect(alone.allSatisfy { $0.day == day("2020-02-01") && $0.events.count == 1 })
    // 18 of the province beside our 60, which are 40 %: 12 % more.
    let province = "2020-02-01 social 甲/A 18.00 party:省 level:round stage:signed evidence:协议\n"
    let together = try findings(commit + province)
    #expect(together.map(\.id) == ["government-share-cap:甲/A", "largest-holder:甲/A", "share-cap:甲/A"])
    #expect(together.first?.what.en == "all tiers together have 52.00%, the cap is 50%")
    #expect(together.first?.amount == 7_800 && together.first?.events.count == 2)
    // Paid in part, what was signed beside it is no payment.
    let paid = try findings(commit + province + "2020-03-01 pay 甲/A 30.00\n")
    #expect(paid.map(\.id) == ["largest-holder:甲/A", "share-cap:甲/A"])
  }

  @Test("what was released, or left again after it was paid, breaks nothing")
  func givenUp() throws {
    let commit = "2020-02-01 commit 甲/A 60.00 envelope:2020/P share:40% largest:20%\n"
    #expect(try findings(commit + "2020-03-01 release 甲/A 60.00 envelope:2020/P\n").isEmpty)
    let left = "2020-03-01 pay 甲/A 50.00 last:yes\n2020-04-01 exit 甲/A 60.00\n"
    #expect(try findings(commit + left).isEmpty)
  }

  @Test("a deal that is signed and states no share is not judged, and the report says so")
  func unknown() throws {
    let source = try books(SignedHoldingTests.start + "2020-02-01 commit 甲/A 60.00 envelope:2020/P\n")
    let table = try CheckReport().result(from: source).document.table("unjudged")
    guard case .phrase(let why) = try table.cell("share-cap", "why") else { return #expect(Bool(false), "no reason") }
    #expect(why.zh == "1 个持有或已签约的项目未登记持股比例")
  }
}
