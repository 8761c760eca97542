import LedgerCore
import Testing

@testable import Portfolio

@Suite("Positions by day: what is dated before what it builds on is refused")
struct ByDayTests {
  private static let paid = "2022-06-01 pay 甲/A 1,000.00 envelope:2022/拨改投 share:10%\n"

  /// The refusal of the last line of a journal; nil when it is recorded.
  private func refusal(_ journal: String, _ line: String) throws -> DiagnosticCode? {
    var books = try Books(journal)
    #expect(books.problems == [])
    return books.record(line + "\n")?.code
  }

  @Test(
    "an exit before its payment, a refund before it, a write-off, a result",
    arguments: [
      ("2022-05-31 exit 甲/A 500.00 part:50%", DiagnosticCode.overHolding),
      ("2022-05-31 refund 甲/A 500.00", .overHolding), ("2022-05-31 writeoff 甲/A", .overHolding),
      ("2022-05-31 result 甲/A ours:5.00", .overHolding), ("2022-05-31 handover 甲/A direction:out", .overHolding),
      ("2022-05-31 declare 甲/A ours:5.00", .overHolding),
    ])
  func beforePayment(_ line: String, _ code: DiagnosticCode) throws {
    #expect(try refusal(ByDayTests.paid, line) == code)
    #expect(try refusal(ByDayTests.paid, line.replacing("2022-05-31", with: "2022-06-01")) == nil)
  }

  @Test("a receipt before its declaration")
  func beforeDeclaration() throws {
    let declared = ByDayTests.paid + "2022-09-10 declare 甲/A ours:30.00\n"
    #expect(try refusal(declared, "2022-09-09 receive 甲/A 30.00") == .overReceivable)
    #expect(try refusal(declared, "2022-09-10 receive 甲/A 30.00") == nil)
  }

  @Test("what stands on a later day counts too: nothing may starve it")
  func laterDays() throws {
    let received = ByDayTests.paid + "2022-07-01 declare 甲/A ours:30.00\n2022-10-01 receive 甲/A 30.00\n"
    #expect(try refusal(received, "2022-08-01 receive 甲/A 1.00") == .overReceivable)
    let sold = ByDayTests.paid + "2022-10-01 exit 甲/A 500.00\n"
    #expect(try refusal(sold, "2022-08-01 exit 甲/A 500.00 part:50%") == .overHolding)
    #expect(try refusal(sold, "2022-08-01 refund 甲/A 1.00") == .overHolding)
  }

  @Test("a payment relieves only what was reserved on its day; unfreezing and issuing look at the day as well")
  func envelopes() throws {
    var books = try Books("2022-06-10 commit 甲/A 100.00 envelope:2022/拨改投\n")
    #expect(books.record("2022-06-01 pay 甲/A 40.00 envelope:2022/拨改投\n") == nil)
    #expect(try books.last(.quota) == ["Dr 可执行指标 40.00", "Cr 已支付 40.00"])
    #expect(try refusal("2022-06-10 freeze 2022/拨改投 5.00\n", "2022-06-09 unfreeze 2022/拨改投 5.00") == .overEnvelope)
    #expect(try refusal("2023-06-10 approve 2023/拨改投 5.00\n", "2023-06-09 issue 2023/拨改投 5.00") == .overEnvelope)
  }

  @Test("a part taken out is a part of what was held on the day, not of what was paid in later")
  func partOfItsDay() throws {
    let books = try Books(
      ByDayTests.paid + """
        2022-12-01 pay 甲/A 1,000.00 envelope:2022/拨改投
        2022-07-01 exit 甲/A 600.00 part:50%
        """)
    #expect(books.problems == [])
    #expect(try books.last(.fiscal).contains("Cr 股权投资:企业:投资成本 500.00"))
    #expect(try books.deal("甲/A").cost == 150_000)
  }

  @Test("money recovered by the holder can be spent once: remitted, set free or paid as a fee")
  func fees() throws {
    let sold = ByDayTests.paid + "2022-10-01 exit 甲/A 500.00 cash:其他财政存款\n"
    #expect(try refusal(sold + "2022-10-02 remit 拨改投 450.00\n", "2022-10-03 fee 拨改投 50.01") == .overRecycled)
    #expect(try refusal(sold + "2022-10-02 remit 拨改投 450.00\n", "2022-10-03 fee 拨改投 50.00") == nil)
    #expect(try refusal(sold + "2022-10-03 fee 拨改投 50.00\n", "2022-10-04 recycle 拨改投 450.01") == .overRecycled)
    #expect(try refusal(sold, "2022-09-30 fee 拨改投 1.00") == .overRecycled)
  }

  @Test("a release without an envelope gives up first what no envelope holds")
  func release() throws {
    var books = try Books("2022-06-01 commit 甲/A 60.00 envelope:2022/拨改投\n2022-06-01 commit 甲/A 40.00\n")
    #expect(books.record("2022-07-01 release 甲/A 30.00\n") == nil)
    #expect(try books.balance("已签约未付") == "-60.00")
    #expect(books.record("2022-07-02 release 甲/A 30.00\n") == nil)
    #expect(try books.balance("已签约未付") == "-40.00")
    #expect(books.record("2022-07-03 release 甲/A 15.00 envelope:2022/拨改投\n") == nil)
    #expect(try books.balance("已签约未付") == "-25.00")
  }

  @Test("a reversal of last year's payment is refused once its closing days are over")
  func lateReversal() throws {
    #expect(try refusal(ByDayTests.paid, "2023-02-01 reverse #10 reason:错") == .outsideBudgetYear)
    #expect(try refusal(ByDayTests.paid, "2023-01-31 reverse #10 reason:错") == nil)
    #expect(try refusal(ByDayTests.paid, "2022-12-31 reverse #10 reason:错") == nil)
  }

  @Test("signed and paid money of others of which only one names its party is warned about")
  func promises() throws {
    let party = "party 创投 kind:other\n"
    let signed = "2022-06-01 subscribe 基金/一期 70.00 class:private evidence:协议"
    let paid = "2022-07-01 call 基金/一期 70.00 class:private evidence:凭证"
    func codes(_ first: String, _ second: String) throws -> [DiagnosticCode] {
      let books = try Books("\(party)\(first)\n\(second)\n")
      #expect(books.problems == [])
      return try #require(books.events.last).warnings.map(\.code)
    }
    #expect(try codes(signed, paid + " party:创投") == [.promiseUnmatched])
    #expect(try codes(signed + " party:创投", paid) == [.promiseUnmatched])
    #expect(try codes(signed + " party:创投", paid + " party:创投") == [])
    #expect(try codes(signed, paid) == [])
    let round = "2022-06-01 social 甲/A 5.00 stage:signed evidence:x"
    #expect(try codes(round, "2022-06-02 social 甲/A 5.00 stage:paid evidence:x party:创投") == [.promiseUnmatched])
  }
}
