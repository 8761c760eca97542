import LedgerCore
import Testing

@testable import Portfolio

@Suite("Opening a deal in mid-life")
struct OpeningEventTests {
  private static let opening = """
    2022-01-02 opening 甲/A 5,000,000.00 adjustment:320,000.00 other-equity:-20,000.00 capitalised:100,000.00 receivable:50,000.00 share:8.5% since:2020-06-15 received:75,000.00

    """

  @Test("each detail is posted against accumulated surplus, other equity against its own reserve; rule opening")
  func posting() throws {
    let books = try Books(OpeningEventTests.opening)
    #expect(books.problems == [])
    #expect(
      try books.last(.fiscal) == [
        "Dr 股权投资:企业:投资成本 5000000.00", "Cr 累计盈余 5000000.00", "Dr 股权投资:企业:损益调整 320000.00",
        "Cr 累计盈余 320000.00", "Cr 股权投资:企业:其他权益变动 20000.00", "Dr 权益法调整 20000.00",
        "Dr 股权投资:企业:收益转增投资 100000.00", "Cr 累计盈余 100000.00", "Dr 应收股利 50000.00", "Cr 累计盈余 50000.00",
      ])
    #expect(books.events.last?.vouchers.first?.rule == "opening")
    let deal = try books.deal("甲/A")
    #expect(deal.carryingAmount == 540_000_000)
    #expect(deal.receivable == 5_000_000)
    #expect(deal.share == Rate("8.5%"))
    #expect(deal.paidIn == 0)
    #expect(books.events.last?.facts.compactMap(\.entryDay).first == Day("2020-06-15"))
  }

  @Test("life goes on from there: results, dividends, exit with the reserve")
  func after() throws {
    var books = try Books(OpeningEventTests.opening)
    #expect(books.record("2022-02-01 receive 甲/A 50,000.00\n") == nil)
    #expect(books.record("2022-06-30 result 甲/A 1,000,000.00\n") == nil)
    #expect(books.record("2022-12-31 exit 甲/A 6,000,000.00\n") == nil)
    #expect(try books.balance("权益法调整") == "0.00")
    #expect(try books.deal("甲/A").carryingAmount == 0)
    #expect(try books.balance("应收股利") == "0.00")
  }

  @Test("losses below zero are opened in the memo")
  func suspended() throws {
    let books = try Books("2022-01-02 opening 甲/A 100.00 adjustment:-100.00 suspended:40.00 paid:100.00\n")
    #expect(books.problems == [])
    #expect(try books.last(.leverage) == ["Dr 未确认投资损失 40.00", "Cr 未确认投资损失备查 40.00"])
    #expect(try books.deal("甲/A").suspendedLoss == 4000)
  }

  @Test("refused: twice, after payments, below zero, equity details under the cost method, a first payment later")
  func refusals() throws {
    var books = try Books(OpeningEventTests.opening)
    #expect(books.record("2022-01-03 opening 甲/A 1.00\n")?.code == .alreadyOpened)
    #expect(books.record("2022-01-03 opening 甲/成本 -1.00\n")?.code == .notPositive)
    #expect(books.record("2022-01-03 opening 甲/成本 1.00 adjustment:1.00\n")?.code == .conflictingFields)
    #expect(books.record("2022-01-03 opening 甲/成本 1.00 since:2022-01-04\n")?.code == .badFieldValue)
    #expect(books.record("2022-01-03 opening 基金/一期 1.00 adjustment:-2.00\n")?.code == .overHolding)
    #expect(books.record("2022-03-01 pay 基金/一期 1.00 envelope:2022/拨改投\n") == nil)
    #expect(books.record("2022-03-02 opening 基金/一期 1.00\n")?.code == .alreadyOpened)
    // A wrong opening is reversed and stated anew.
    #expect(books.record("2022-01-03 reverse #10 reason:错\n") == nil)
    #expect(books.record("2022-01-03 opening 甲/A 1.00\n") == nil)
  }
}
