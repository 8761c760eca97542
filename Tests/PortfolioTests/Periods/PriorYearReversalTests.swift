import LedgerCore
import Portfolio
import Testing

@Suite("Reversals of what a closed year booked")
struct PriorYearReversalTests {
  /// A dividend declared and received, a result and bank charges of 2022.
  private static let year = """
    2022-02-01 pay 甲/A 1,000.00 envelope:2022/拨改投 share:10%
    2022-02-01 pay 甲/成本 1,000.00 envelope:2022/拨改投 share:10%
    2022-06-30 declare 甲/成本 ours:50.00 key:宣告
    2022-07-30 receive 甲/成本 50.00 key:到账
    2022-10-01 * 手续费
        其他费用   3.00
        国库存款  -3.00
        key: 手续费
    2022-12-31 result 甲/A ours:36.00 key:损益

    """
  private static let closed = year + "2023-01-31 close 2022\n"

  private func reversed(_ key: String, _ journal: String = closed, on day: String = "2023-03-01") throws -> Books {
    var books = try Books(journal)
    #expect(books.problems == [])
    let refused = books.record("\(day) reverse \(key) reason:录错")
    #expect(refused == nil)
    return books
  }

  @Test("income and expense of the closed year go against prior-year surplus, all else against its own accounts")
  func fiscal() throws {
    #expect(try reversed("损益").last(.fiscal) == ["Dr 股权投资:企业:损益调整 -36.00", "Cr 以前年度盈余调整 -36.00"])
    #expect(try reversed("手续费").last(.fiscal) == ["Dr 以前年度盈余调整 -3.00", "Cr 国库存款 -3.00"])
    let received = try reversed("到账")
    #expect(try received.last(.fiscal) == ["Dr 国库存款 -50.00", "Cr 应收股利 -50.00"])
  }

  @Test("budget income of the closed year goes against the carry-over of its budget")
  func budget() throws {
    var books = try reversed("到账")
    #expect(try books.last(.budget) == ["Dr 资金结存 -50.00", "Cr 结转结余:一般公共预算 -50.00"])
    let refused = books.record("2023-03-01 reverse 宣告 reason:录错")
    #expect(refused == nil)
    #expect(try books.last(.fiscal) == ["Dr 应收股利 -50.00", "Cr 以前年度盈余调整 -50.00"])
    for account in ["投资收益", "预算收入:一般公共预算:股利股息", "应收股利"] { #expect(try books.balance(account) == "0.00") }
  }

  @Test("the year of the event itself is reversed on its own accounts")
  func sameYearReversal() throws {
    let income = ["Dr 股权投资:企业:损益调整 -36.00", "Cr 投资收益 -36.00"]
    #expect(try reversed("损益", Self.year, on: "2022-12-31").last(.fiscal) == income)
  }

  @Test(
    "a year that is over is a prior one whether its closing is recorded before the reversal or after it",
    arguments: ["损益", "手续费", "到账"])
  func eitherOrder(_ key: String) throws {
    let reversal = "2023-01-10 reverse \(key) reason:录错\n"
    let close = "2023-01-31 close 2022\n"
    let (before, after) = (try Books(Self.year + reversal + close), try Books(Self.year + close + reversal))
    #expect(before.problems == [] && after.problems == [])
    func reversals(_ books: Books) throws -> [[String]] {
      let event = try #require(books.events.first { $0.reverses != 0 })
      return [books.postings(of: event, in: .fiscal), books.postings(of: event, in: .budget)]
    }
    #expect(try reversals(before) == reversals(after))
    for account in before.ledger.register.accounts {
      #expect(try before.balance(account.name) == after.balance(account.name), "\(account.name)")
    }
  }

  @Test("what the closing of the year carries forward does not depend on a reversal that is recorded before it")
  func carried() throws {
    let close = "2023-01-31 close 2022\n"
    let books = try Books(Self.year + "2023-01-10 reverse 损益 reason:录错\n" + close)
    let plain = try Books(Self.year + close)
    #expect(try books.last(.fiscal) == plain.last(.fiscal))
  }

  @Test("an error of the same year is no error of a prior one: the correction is recorded with a warning")
  func sameYear() throws {
    var books = try Books(Self.year)
    for (date, warnings) in [("2022-12-31", [DiagnosticCode.noPriorYear]), ("2023-02-01", [])] {
      let refused = books.record("\(date) adjust 甲/A -10.00 detail:cost")
      #expect(refused == nil)
      #expect(books.events.last?.warnings.map(\.code) == warnings)
    }
  }

  @Test("what books that begin in mid-life take over is of prior years")
  func opening() throws {
    var books = try Books("2022-01-01 opening 甲/A 1,000.00 share:10%\n")
    let refused = books.record("2022-03-01 adjust 甲/A -10.00 detail:cost")
    #expect(refused == nil && books.events.last?.warnings.isEmpty == true)
  }
}
