import LedgerCore
import Testing

@testable import Portfolio

@Suite("Money dated before a sale that is recorded already")
struct LateMoneyTests {
  private let sold = """
    2022-03-01 pay 甲/A 400.00 envelope:2022/拨改投 share:10%
    2022-06-01 exit 甲/A 300.00 part:25% key:卖

    """

  private func warnings(_ line: String, after text: String) throws -> [Diagnostic] {
    var books = try Books(text)
    #expect(books.problems == [] && books.record(line) == nil, "\(line)")
    return try #require(books.events.last).warnings.filter { $0.code == .paidBeforeSale }
  }

  @Test("a payment of before the exit keeps its cost whole, and the warning names the exit and what it took")
  func payment() throws {
    var books = try Books(sold)
    let exit = try #require(books.events.last).sequence
    #expect(books.record("2022-04-01 pay 甲/A 100.00 envelope:2022/拨改投 share:12%") == nil)
    let last = try #require(books.events.last)
    let warning = try #require(last.warnings.first { $0.code == .paidBeforeSale })
    #expect(
      warning.message.hasPrefix("#\(exit) took 100.00 CNY of the cost of 甲/A that was booked for 2022-06-01; this money of 2022-04-01"))
    #expect(warning.sentence.zh.contains("已从甲/A当时的账面成本中转出 100.00 CNY；这笔 2022-04-01 的投入不在其内"))
    #expect(warning.hint.contains("bgt reverse #\(exit)"))
    // 300.00 of the first payment and all of the second; the share is told by day.
    #expect(try books.deal("甲/A").cost == 40_000)
    #expect(try books.deal("甲/A").share == Rate(partsPerBillion: 90_000_000))
  }

  @Test("recorded anew after the payment, the exit takes its part of both, as if they had come in their order")
  func anew() throws {
    let payment = "2022-04-01 pay 甲/A 100.00 envelope:2022/拨改投 share:12%\n"
    let late = try Books(sold + payment + "2022-06-01 reverse 卖 reason:补记\n2022-06-01 exit 甲/A 300.00 part:25%\n")
    #expect(late.problems == [])
    #expect(try late.deal("甲/A").cost == 37_500)
  }

  @Test("money of the day of the exit, or of later, is none of before it; nor is that of another deal, or where the exit was reversed")
  func others() throws {
    for day in ["2022-06-01", "2022-06-02"] {
      #expect(try warnings("\(day) pay 甲/A 1.00 envelope:2022/拨改投 share:8%", after: sold).isEmpty)
    }
    #expect(try warnings("2022-04-01 pay 甲/成本 1.00 envelope:2022/拨改投 share:1%", after: sold).isEmpty)
    let reversed = sold + "2022-06-01 reverse 卖 reason:录错\n"
    #expect(try warnings("2022-04-01 pay 甲/A 1.00 envelope:2022/拨改投 share:12%", after: reversed).isEmpty)
  }

  @Test("what came in for nothing is warned of too, and several sales are counted")
  func severalSales() throws {
    let text = sold + "2022-07-01 exit 甲/A 100.00 part:50%\n"
    let found = try warnings("2022-05-01 handover 甲/A 60.00 direction:in share:14% doc:文", after: text)
    #expect(found.count == 1 && found[0].message.contains(", and 1 more took some later"))
  }
}
