import LedgerCore
import Testing

@testable import Portfolio

@Suite("Closing periods")
struct CloseTests {
  /// A life of some months of 2022.
  static let life = """
    2022-03-01 commit 甲/A 5,000,000.00 envelope:2022/拨改投
    2022-03-15 pay 甲/A 5,000,000.00 share:10%
    2022-06-30 result 甲/A 2,000,000.00

    """

  @Test("a closed month takes no voucher and no fact, whichever kind brings it; the refusal names period, event and way out")
  func closed() throws {
    var books = try Books(
      CloseTests.life + """
        2022-01-31 close 2022-01
        2022-02-28 close 2022-02
        2022-03-31 close 2022-03 book:fiscal

        """)
    #expect(books.problems == [])
    for line in [
      "2022-03-20 pay 甲/A 1.00 envelope:2022/拨改投", "2022-03-20 result 甲/A 100.00", "2022-03-20 value 甲/A 100.00",
      "2022-03-31 * 手续费\n    其他费用  1.00\n    国库存款", "2022-03-01 commit 甲/A 1.00 envelope:2022/拨改投",
    ] {
      let answer = books.record(line + "\n")
      let refusal = try #require(answer, "\(line)")
      #expect(refusal.code == .closedPeriod, "\(line)")
    }
    let answer = books.record("2022-02-20 * 手续费\n    其他费用  1.00\n    国库存款\n")
    let refusal = try #require(answer)
    #expect(refusal.message.hasPrefix("2022-02 is closed in the fiscal book, by #14 (close 2022-02 on 2022-02-28)"))
    #expect(refusal.hint.contains("after 2022-03-31"))
    #expect(refusal.hint.contains("bgt reopen 2022-03 --ledger fiscal --reason"))
    // The same day is open in the quota book: an event that has nothing but quota vouchers still has facts.
    #expect(books.record("2022-04-01 result 甲/A 100.00\n") == nil)
  }

  @Test("what only enters the register, and what only asks, is recorded in a closed month too")
  func registers() throws {
    var books = try Books(CloseTests.life + "2022-12-31 close 2022\n")
    #expect(books.record("party 丙 kind:company\n") == nil)
    #expect(books.record("2022-02-01 rate LPR-1Y 3.70%\n") == nil)
    #expect(books.record("2022-02-01 deal 甲/B party:甲 programme:拨改投 method:直接投资\n") == nil)
    #expect(books.record("2022-06-30 assert 国库存款 -5,000,000.00\n") == nil)
  }

  @Test("months close in order: an earlier one with vouchers must be closed, an empty one need not")
  func order() throws {
    var books = try Books(CloseTests.life)
    let answer = books.record("2022-06-30 close 2022-06 book:fiscal\n")
    let refusal = try #require(answer)
    #expect(refusal.code == .periodOrder)
    #expect(refusal.message == "2022-03 is still open in the fiscal book, so 2022-06 cannot be closed")
    #expect(books.record("2022-06-30 close 2022-03 book:fiscal\n") == nil)
    // April and May have no vouchers; June closes them as well.
    #expect(books.record("2022-06-30 close 2022-06 book:fiscal\n") == nil)
    #expect(books.record("2022-05-15 result 甲/A 1.00\n")?.code == .closedPeriod)
    #expect(books.record("2022-06-30 close 2022-05 book:fiscal\n")?.code == .alreadyClosed)
    #expect(books.record("2022-06-30 close 2022-06 book:fiscal\n")?.code == .alreadyClosed)
  }

  @Test("without a book all four close that are open; with one, it alone")
  func books() throws {
    var books = try Books(CloseTests.life + "2022-03-31 close 2022-03 book:fiscal\n2022-01-31 close 2022-01 book:quota\n")
    #expect(books.record("2022-03-31 close 2022-03\n") == nil)
    let periods = books.ledger.register.periods
    for book in AccountBook.allCases { #expect(periods.lastMonth(of: book)?.description == "2022-03", "\(book)") }
    #expect(periods.closings(of: .fiscal).count == 1)
    let answer = books.record("2022-03-31 close 2022-03\n")
    let refusal = try #require(answer)
    #expect(refusal.message.hasPrefix("2022-03 is closed already in every book, by #13 (2022-03)"))
  }

  @Test("a period is closed on its last day at the earliest, and a word that is none is refused")
  func early() throws {
    var books = try Books(CloseTests.life)
    #expect(books.record("2022-03-30 close 2022-03\n")?.code == .periodNotOver)
    #expect(books.record("2022-12-30 close 2022\n")?.code == .periodNotOver)
    #expect(books.record("2022-12-30 close 2022-3\n")?.code == .badFieldValue)
  }

  @Test("a year is carried forward before anything of the next one closes")
  func years() throws {
    var books = try Books(CloseTests.life + "2022-12-31 close 2022-03\n2022-12-31 close 2022-06\n2022-12-31 close 2022-12\n")
    let answer = books.record("2023-01-31 close 2023-01 book:fiscal\n")
    let refusal = try #require(answer)
    #expect(refusal.code == .periodOrder)
    #expect(refusal.hint.contains("close 2022 first"))
    #expect(books.record("2023-01-31 close 2022\n") == nil)
    #expect(books.record("2023-01-31 close 2023-01\n") == nil)
  }

  @Test("nothing that came before the books' first close is looked back at for nothing: the plain rules close too")
  func plain() throws {
    let text = """
      2022-03-01 * 开户
          资产:现金  10.00
          权益:期初

      2022-12-31 close 2022

      """
    var books = try Books(text, preamble: "", rules: RuleSet.builtIn("plain"))
    #expect(books.problems == [])
    #expect(books.events.last?.vouchers == [])
    #expect(books.record("2022-05-01 * 补记\n    资产:现金  1.00\n    权益:期初\n")?.code == .closedPeriod)
  }

  @Test("a closing is not reversed but reopened, and a reopening is not reversed at all")
  func reverse() throws {
    var books = try Books(CloseTests.life + "2022-12-31 close 2022\n")
    let answer = books.record("2023-01-05 reverse #13 reason:错\n")
    let refusal = try #require(answer)
    #expect(refusal.code == .notReversible)
    #expect(refusal.hint.contains("bgt reopen 2022"))
    #expect(books.record("2023-01-05 reopen 2022 reason:错 by:王\n") == nil)
    #expect(books.record("2023-01-05 reverse #14 reason:错\n")?.code == .notReversible)
  }

  @Test("what stands in a closed period is reversed in an open one")
  func lateReversal() throws {
    var books = try Books(CloseTests.life + "2022-12-31 close 2022\n")
    #expect(books.record("2022-12-31 reverse #12 reason:错\n")?.code == .closedPeriod)
    #expect(books.record("2023-02-05 reverse #12 reason:错\n") == nil)
    let red = try #require(books.events.last?.vouchers.first)
    #expect(red.day == Day("2023-02-05"))
    // The result was one of a closed year: taking it back is no income of this one.
    #expect(try books.last(.fiscal) == ["Dr 股权投资:企业:损益调整 -200000.00", "Cr 以前年度盈余调整 -200000.00"])
  }
}
