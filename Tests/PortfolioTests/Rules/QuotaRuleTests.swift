import LedgerCore
import Testing

@testable import Portfolio

/// One case for every row of the table of envelopes (DOMAIN §4.2).
@Suite("Rules Q1–Q11, quota")
struct QuotaRuleTests {
  /// The quota lines of the last event of a journal, after one of nothing but registers and an envelope of 100 yuan.
  private func last(_ text: String) throws -> [String] {
    let books = try Books("2022-01-01 budget 2022/拨改投/q 100.00\n" + text)
    #expect(books.problems == [])
    return try books.last(.quota)
  }

  @Test("Q1 and Q3: approved waits to be issued, issued may be spent; budget does both in one document")
  func approvedAndIssued() throws {
    #expect(
      try last("2022-02-01 budget 2022/拨改投/q 7.00")
        == ["Dr 预算来源 7.00", "Cr 待分配指标 7.00", "Dr 待分配指标 7.00", "Cr 可执行指标 7.00"])
    #expect(try last("2022-02-01 approve 2022/拨改投/q 7.00") == ["Dr 预算来源 7.00", "Cr 待分配指标 7.00"])
    #expect(
      try last("2022-02-01 approve 2022/拨改投/q 7.00\n2022-02-02 issue 2022/拨改投/q 6.00")
        == ["Dr 待分配指标 6.00", "Cr 可执行指标 6.00"])
  }

  @Test("Q2: money from above has a source of its own")
  func fromAbove() throws {
    #expect(
      try last("2022-02-01 批复 2022/拨改投/q 7.00 来源:上级补助") == ["Dr 预算来源:上级补助 7.00", "Cr 待分配指标 7.00"])
  }

  @Test("Q4: a transfer moves from envelope to envelope, opening the other one")
  func transfer() throws {
    let books = try Books("2022-03-01 transfer 2022/拨改投 9.00 to:2022/拨改投/新\n")
    #expect(try books.last(.quota) == ["Dr 可执行指标 9.00", "Cr 可执行指标 9.00"])
    let postings = try #require(books.events.last).vouchers[0].postings
    let names = postings.map { books.ledger.register[$0.dimensions.envelope].name }
    #expect(names == ["2022/拨改投", "2022/拨改投/新"])
    #expect(try books.envelope("2022/拨改投/新").available == 900)
    #expect(try books.envelope("2022/拨改投").available == 9_999_999_100)
  }

  @Test("Q5: raised as approved and issued, cut the same in red")
  func raisedAndCut() throws {
    #expect(
      try last("2022-02-01 raise 2022/拨改投/q 7.00")
        == ["Dr 预算来源 7.00", "Cr 待分配指标 7.00", "Dr 待分配指标 7.00", "Cr 可执行指标 7.00"])
    #expect(
      try last("2022-02-01 cut 2022/拨改投/q 7.00")
        == ["Dr 预算来源 -7.00", "Cr 待分配指标 -7.00", "Dr 待分配指标 -7.00", "Cr 可执行指标 -7.00"])
  }

  @Test("Q6: frozen and set free again")
  func frozen() throws {
    #expect(try last("2022-02-01 freeze 2022/拨改投/q 7.00") == ["Dr 可执行指标 7.00", "Cr 冻结指标 7.00"])
    #expect(
      try last("2022-02-01 freeze 2022/拨改投/q 7.00\n2022-03-01 unfreeze 2022/拨改投/q 2.00")
        == ["Dr 冻结指标 2.00", "Cr 可执行指标 2.00"])
  }

  @Test("Q7: a commitment reserves, giving it up is red")
  func committed() throws {
    let commit = "2022-02-01 commit 甲/A 7.00 envelope:2022/拨改投/q\n"
    #expect(try last(commit) == ["Dr 可执行指标 7.00", "Cr 已签约未付 7.00"])
    #expect(try last(commit + "2022-03-01 release 甲/A 2.00") == ["Dr 可执行指标 -2.00", "Cr 已签约未付 -2.00"])
    #expect(try last("2022-02-01 commit 甲/A 7.00") == [])
  }

  @Test("Q8: a payment uses its reservation first, then the envelope")
  func paid() throws {
    let commit = "2022-02-01 commit 甲/A 7.00 envelope:2022/拨改投/q\n"
    #expect(try last(commit + "2022-03-01 pay 甲/A 5.00") == ["Dr 已签约未付 5.00", "Cr 已支付 5.00"])
    #expect(
      try last(commit + "2022-03-01 pay 甲/A 8.00") == ["Dr 已签约未付 7.00", "Dr 可执行指标 1.00", "Cr 已支付 8.00"])
    #expect(try last("2022-03-01 pay 甲/A 8.00 envelope:2022/拨改投/q") == ["Dr 可执行指标 8.00", "Cr 已支付 8.00"])
    #expect(
      try last(commit + "2022-03-01 pay 甲/A 5.00 last:yes")
        == ["Dr 已签约未付 7.00", "Cr 可执行指标 2.00", "Cr 已支付 5.00"])
    #expect(try last("2022-03-01 fee 拨改投 8.00 envelope:2022/拨改投/q") == ["Dr 可执行指标 8.00", "Cr 已支付 8.00"])
  }

  @Test("Q9: paid back in the same year is the payment in red, and the quota lives again")
  func refunded() throws {
    let books = try Books(
      "2022-03-01 pay 甲/A 8.00 envelope:2022/拨改投\n2022-04-01 refund 甲/A 3.00 envelope:2022/拨改投\n")
    #expect(try books.last(.quota) == ["Dr 可执行指标 -3.00", "Cr 已支付 -3.00"])
    #expect(try books.envelope("2022/拨改投").available == 9_999_999_500)
  }

  @Test("Q10: carried out of the old year and into the new, a reservation with it")
  func carried() throws {
    #expect(
      try last("2022-12-31 carry 2022/拨改投/q 7.00 to:2023/拨改投")
        == ["Dr 可执行指标 7.00", "Cr 结转 7.00", "Dr 预算来源:上年结转 7.00", "Cr 可执行指标 7.00"])
    let books = try Books(
      """
      2022-02-01 commit 甲/A 70.00 envelope:2022/拨改投
      2022-12-31 carry 2022/拨改投 30.00 to:2023/拨改投 deal:甲/A
      2023-02-01 pay 甲/A 30.00 envelope:2023/拨改投
      """)
    #expect(books.problems == [])
    #expect(try books.last(.quota) == ["Dr 已签约未付 30.00", "Cr 已支付 30.00"])
    #expect(try books.envelope("2022/拨改投").signedUnpaid == 4000)
    #expect(try books.envelope("2022/拨改投").available == 9_999_993_000)
    #expect(try books.envelope("2023/拨改投").available == 0)
  }

  @Test("Q11: what is taken back returns to its source")
  func lapsed() throws {
    #expect(try last("2022-12-31 lapse 2022/拨改投/q 7.00") == ["Dr 可执行指标 7.00", "Cr 预算来源:收回 7.00"])
  }

  @Test("what to do about an excess: spend less or except it; where the money of a budget was spent, reverse that first")
  func waysOut() throws {
    var books = try Books("2022-01-02 budget 2022/拨改投/e 20.00 key:B\n2022-03-01 pay 甲/A 11.00 envelope:2022/拨改投/e\n")
    let reversal = try #require(books.record("2022-04-01 reverse B reason:误记"))
    #expect(reversal.code == .overEnvelope && reversal.advice.zh.contains("bgt reverse 编号"), "\(reversal)")
    #expect(reversal.advice.zh.contains("bgt budget 2022/拨改投/e") && !reversal.advice.zh.contains("减少金额"), "\(reversal)")
    let cut = try #require(books.record("2022-04-01 cut 2022/拨改投/e 10.00"))
    #expect(cut.advice.zh.contains("减少金额") && cut.advice.zh.contains("bgt reverse 编号"), "\(cut)")
    let pay = try #require(books.record("2022-04-01 pay 甲/A 10.00 envelope:2022/拨改投/e"))
    #expect(pay.advice.zh.contains("override:") && !pay.advice.zh.contains("bgt reverse"), "\(pay)")
  }

  @Test("10 reserved and 11 paid of 20 leave 9")
  func encumbrance() throws {
    let books = try Books(
      """
      2022-01-02 budget 2022/拨改投/e 20.00
      2022-02-01 commit 甲/A 10.00 envelope:2022/拨改投/e
      2022-03-01 pay 甲/A 11.00
      """)
    let position = try books.envelope("2022/拨改投/e")
    #expect(position.available == 900 && position.paid == 1100 && position.signedUnpaid == 0)
    #expect(try #require(books.events.last).warnings.map(\.code) == [.overCommitmentWarning])
  }
}
