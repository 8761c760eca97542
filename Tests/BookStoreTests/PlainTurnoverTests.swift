import BookStore
import JournalText
import LedgerCore
import Portfolio
import Testing

@Suite("What plain vouchers moved")
struct PlainTurnoverTests {
  let fixture: BookFixture

  init() throws { fixture = try BookFixture() }

  private let journal = """
    2022-01-05 * 银行手续费
        其他费用    120.00 CNY
        国库存款

    2022-01-20 * 两本账
        其他费用     30.00 CNY
        国库存款    -30.00 CNY
        预算:一般公共预算支出   30.00 CNY
        预算:资金结存   -30.00 CNY

    2022-02-10 * 在途
        其他财政存款  9.00 CNY
        国库存款

    2022-02-20 reverse #4 reason:错

    """

  /// Rows by the name of their account, with what the table of postings gives for the same question.
  private func rows(_ source: any LedgerSource, from first: Day, _ moment: Moment) throws -> [String] {
    try source.plainTurnover(from: first, at: moment).map {
      "\($0.origin.rawValue) \($0.month) \(source.register[$0.account].name) \($0.debit) \($0.credit)"
    }
  }

  @Test("An account declared anew counts by its class of now, at the head, as known then and after a rebuilding")
  func declaredAnew() throws {
    let book = try fixture.create()
    try book.importing("2022-01-05 * 手续费\n  手续费  120.00 CNY\n  银行存款\n")
    #expect(Set(try rows(book, from: .always, .latest).map { $0.prefix(1) }) == ["0"])
    try book.importing("account 手续费 class:expense\n")
    let now = try rows(book, from: .always, .latest)
    #expect(Set(now.map { $0.prefix(1) }) == ["1"])
    let known = Moment(knownAt: try book.head().sequence)
    try book.importing("2022-01-06 * 其后\n  甲  1.00 CNY\n  乙\n")
    #expect(try rows(book, from: .always, known) == now)
    #expect(try book.verify() == [])
    try book.rebuildProjections()
    #expect(try book.verify() == [])
  }

  @Test("Events are told apart by the results that they touch; a reversal counts as its original does")
  func origins() throws {
    let book = try fixture.create(rules: "fiscal-2022")
    let names = book.register.accounts
    let outlay = try #require(names.first { $0.book == .budget && $0.accountClass == .expense }).name
    let funds = try #require(names.first { $0.book == .budget && $0.accountClass == .asset }).name
    let cost = try #require(names.first { $0.book == .fiscal && $0.accountClass == .expense }).name
    let text = journal.replacing("预算:一般公共预算支出", with: outlay).replacing("预算:资金结存", with: funds)
      .replacing("其他费用", with: cost)
    try book.importing(text)
    let found = try rows(book, from: .always, .latest)
    #expect(
      Set(found) == [
        "1 2022-01 \(cost) 12000 0", "1 2022-01 国库存款 0 12000",
        "3 2022-01 \(cost) 3000 0", "3 2022-01 国库存款 0 3000", "3 2022-01 \(outlay) 3000 0", "3 2022-01 \(funds) 0 3000",
        "3 2022-02 \(cost) -3000 0", "3 2022-02 国库存款 0 -3000", "3 2022-02 \(outlay) -3000 0",
        "3 2022-02 \(funds) 0 -3000", "0 2022-02 其他财政存款 900 0", "0 2022-02 国库存款 0 900",
      ])
    let middle = try #require(Day(year: 2022, month: 2, day: 15))
    let february = try #require(Day(year: 2022, month: 2, day: 1))
    // The reversal came last: before it, and up to a day before it, only the originals count.
    #expect(try rows(book, from: .always, Moment(asOf: middle)).count == 8)
    #expect(try rows(book, from: .always, Moment(knownAt: 5)) == rows(book, from: .always, Moment(asOf: middle)))
    #expect(try rows(book, from: february, .latest).count == 6)
    #expect(try book.verify() == [])
    try book.rebuildProjections()
    #expect(try rows(book, from: .always, .latest) == found)
    #expect(try book.verify() == [])
  }
}
