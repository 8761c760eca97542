import LedgerCore
import Testing

@testable import Portfolio

/// Plain vouchers on the accounts of envelopes: what is spent of a quota is spent, whichever event says so.
@Suite("Plain vouchers of the quota book")
struct QuotaEntryTests {
  private static let small = "2022-01-05 budget 2022/拨改投/q 100.00\n"

  private static func voucher(
    _ first: String, _ second: String, _ amount: String, envelope: String? = "2022/拨改投/q", day: String = "2022-06-02"
  ) -> String {
    "\(day) * 一般凭证\n" + (envelope.map { "    envelope: \($0)\n" } ?? "") + "    \(first)  \(amount)\n    \(second)\n"
  }

  private func refusal(_ text: String) throws -> DiagnosticCode? {
    try Books(QuotaEntryTests.small + text).problems.last?.code
  }

  @Test("a voucher may not take more out of an envelope than may be spent, on its day or any later one")
  func overdrawn() throws {
    #expect(try refusal(QuotaEntryTests.voucher("可执行指标", "已支付", "100.01")) == .overEnvelope)
    #expect(try refusal(QuotaEntryTests.voucher("可执行指标", "冻结指标", "100.01")) == .overEnvelope)
    #expect(try refusal(QuotaEntryTests.voucher("可执行指标", "预算来源", "100.01")) == .overEnvelope)
    #expect(try refusal(QuotaEntryTests.voucher("可执行指标", "已支付", "1.00", day: "2022-01-04")) == .overEnvelope)
    #expect(try refusal(QuotaEntryTests.voucher("可执行指标", "已支付", "100.00")) == nil)
    // Twice what is there, by two vouchers, or by a voucher and a payment.
    let twice = QuotaEntryTests.voucher("可执行指标", "已支付", "60.00") + QuotaEntryTests.voucher("可执行指标", "已签约未付", "60.00")
    #expect(try refusal(twice) == .overEnvelope)
    let paid = QuotaEntryTests.voucher("可执行指标", "已支付", "60.00") + "2022-06-03 pay 甲/A 60.00 envelope:2022/拨改投/q\n"
    #expect(try refusal(paid) == .overEnvelope)
  }

  @Test("no place of an envelope sinks below nothing", arguments: ["待分配指标", "冻结指标", "已签约未付", "已支付", "结转", "预算来源:收回"])
  func places(_ account: String) throws {
    #expect(try refusal(QuotaEntryTests.voucher(account, "可执行指标", "0.01")) == .overEnvelope)
    let there = QuotaEntryTests.voucher("可执行指标", account, "5.00")
    #expect(try refusal(there + QuotaEntryTests.voucher(account, "可执行指标", "5.00")) == nil)
    #expect(try refusal(there + QuotaEntryTests.voucher(account, "可执行指标", "5.01")) == .overEnvelope)
  }

  @Test("a line of an envelope's account needs its envelope, and recovered money is moved by events alone")
  func without() throws {
    #expect(try refusal(QuotaEntryTests.voucher("可执行指标", "已支付", "1.00", envelope: nil)) == .envelopeMissing)
    #expect(try refusal(QuotaEntryTests.voucher("预算来源", "待分配指标", "1.00", envelope: nil)) == .envelopeMissing)
    #expect(try refusal(QuotaEntryTests.voucher("滚动可用", "滚动已投", "1.00")) == .keptByEvents)
    #expect(try refusal(QuotaEntryTests.voucher("可执行指标", "已支付", "1.00 USD")) == .wrongCommodity)
    // An account of one's own in the quota book is nobody's envelope.
    #expect(
      try refusal(
        "account 备忘甲 book:quota class:memo\naccount 备忘乙 book:quota class:memo\n"
          + QuotaEntryTests.voucher("备忘甲", "备忘乙", "1.00", envelope: nil)) == nil)
  }

  @Test("what a voucher brings may be spent; its reversal takes it back, and is refused once it is spent")
  func raised() throws {
    let raise = QuotaEntryTests.voucher("预算来源", "可执行指标", "50.00").replacing("一般凭证\n", with: "追加\n    key: R\n")
    var books = try Books(QuotaEntryTests.small + raise + "2022-06-03 pay 甲/A 150.00 envelope:2022/拨改投/q share:10%\n")
    #expect(books.problems.isEmpty, "\(books.problems)")
    #expect(try books.envelope("2022/拨改投/q").available == 0)
    #expect(books.record("2022-06-04 reverse R reason:x")?.code == .overEnvelope)
    books = try Books(QuotaEntryTests.small + raise + "2022-06-04 reverse R reason:x\n")
    #expect(books.problems.isEmpty)
    #expect(try books.envelope("2022/拨改投/q").available == 10_000)
  }

  @Test("a voucher of the closing period counts on the last day of its budget year")
  func closingPeriod() throws {
    let text = QuotaEntryTests.voucher("可执行指标", "已支付", "100.00", day: "2023-01-12").replacing(
      "一般凭证\n", with: "补记\n    period: 2022\n")
    let books = try Books(QuotaEntryTests.small + text)
    #expect(books.problems.isEmpty, "\(books.problems)")
    let facts = try #require(books.events.last).facts
    #expect(!facts.isEmpty && facts.allSatisfy { $0.day == Day("2022-12-31") && books.ledger.register.budgetDay(of: $0) == $0.day })
    // The fiscal book may be closed: the voucher stands in the quota book alone.
    let closed = try Books(QuotaEntryTests.small + "2022-12-31 close 2022 book:fiscal\n" + text)
    #expect(closed.problems.isEmpty, "\(closed.problems)")
  }
}
