import LedgerCore
import Testing

@testable import Portfolio

@Suite("The closing period of a budget year (整理期)")
struct ClosingPeriodTests {
  private func days(_ event: RecordedEvent, _ book: AccountBook) -> [String] {
    event.vouchers.filter { $0.book == book }.map { $0.day.description }
  }

  @Test("a payment of January on last year's envelope: fiscal on its day, budget and quota on 31 December")
  func payment() throws {
    var books = try Books("2023-01-10 pay 甲/A 5,000,000.00 envelope:2022/拨改投 share:10%\n")
    let event = try #require(books.events.last)
    #expect(days(event, .fiscal) == ["2023-01-10"])
    #expect(days(event, .budget) == ["2022-12-31"])
    #expect(days(event, .quota) == ["2022-12-31"])
    #expect(event.facts.allSatisfy { $0.day == Day("2023-01-10") })
    // A refund and a fee follow; the day after the closing period nothing of the year is paid.
    #expect(books.record("2023-01-20 refund 甲/A 1,000.00 envelope:2022/拨改投\n") == nil)
    #expect(days(try #require(books.events.last), .budget) == ["2022-12-31"])
    #expect(books.record("2023-01-31 fee 拨改投 7.00 envelope:2022/拨改投 cash:国库存款\n") == nil)
    #expect(days(try #require(books.events.last), .quota) == ["2022-12-31"])
    #expect(books.record("2023-02-01 fee 拨改投 7.00 envelope:2022/拨改投\n")?.code == .outsideBudgetYear)
  }

  @Test("the budget year closed first: a payment of January is refused, in the fiscal year closed it is not")
  func closed() throws {
    var fiscal = try Books("2023-01-05 close 2022 book:fiscal\n")
    #expect(fiscal.record("2023-01-10 pay 甲/A 5.00 envelope:2022/拨改投 share:10%\n") == nil)
    var budget = try Books("2023-01-05 close 2022 book:budget\n")
    let answer = budget.record("2023-01-10 pay 甲/A 5.00 envelope:2022/拨改投 share:10%\n")
    let refusal = try #require(answer)
    #expect(refusal.code == .closedPeriod)
    #expect(refusal.message.hasSuffix("(the event of 2023-01-10 belongs to the budget year of its envelope)"))
    #expect(budget.record("2023-01-10 pay 甲/成本 5.00 funding:recycled\n")?.code == .overRecycled)
  }

  @Test("a carry-over of January leaves the old year on 31 December and enters the new one on its day")
  func carryOver() throws {
    let books = try Books("2023-01-15 carry 2022/拨改投 100.00 to:2023/拨改投\n")
    let event = try #require(books.events.last)
    #expect(days(event, .quota) == ["2022-12-31", "2023-01-15"])
    #expect(
      try books.last(.quota) == [
        "Dr 可执行指标 100.00", "Cr 结转 100.00", "Dr 预算来源:上年结转 100.00", "Cr 可执行指标 100.00",
      ])
  }

  @Test("a reversal in the closing period corrects the year; when the year is closed it stands on its own day")
  func reversal() throws {
    let life = "2022-06-15 pay 甲/A 5.00 envelope:2022/拨改投 share:10% key:付\n"
    let open = try Books(life + "2023-01-15 reverse 付 reason:错\n")
    let early = try #require(open.events.last)
    #expect(days(early, .fiscal) == ["2023-01-15"])
    #expect(days(early, .budget) == ["2022-12-31"])
    let late = try Books(life + "2023-01-10 close 2022\n2023-01-15 reverse 付 reason:错\n")
    #expect(late.problems == [])
    let red = try #require(late.events.last)
    #expect(days(red, .budget) == ["2023-01-15"])
    for (books, event, day) in [(open, early, "2022-12-31"), (late, red, "2023-01-15")] {
      let fact = try #require(event.facts.first { $0.measure == .paidFresh })
      #expect(books.ledger.register.budgetDay(of: fact).description == day)
    }
  }

  @Test("a reversal of a day before the closing is of the closed year and refused; recorded before the closing it corrects the year")
  func reversalBeforeClosing() throws {
    let life = "2022-06-15 pay 甲/A 5.00 envelope:2022/拨改投 share:10% key:付\n"
    var closed = try Books(life + "2023-01-31 close 2022\n")
    let refusal = closed.record("2023-01-15 reverse 付 reason:错")
    #expect(refusal?.code == .closedPeriod)
    #expect(closed.record("2023-01-31 reverse 付 reason:错") == nil)
    let open = try Books(life + "2023-01-15 reverse 付 reason:错\n2023-01-31 close 2022\n")
    let red = try #require(open.events.first { $0.reverses != 0 })
    #expect(days(red, .budget) == ["2022-12-31"])
  }

  @Test("a plain voucher names its budget year by hand, in the closing period only")
  func plainVoucher() throws {
    let lines = "    预算支出:一般公共预算  9.00\n    资金结存\n    其他费用  9.00\n    国库存款\n"
    let balanced = lines.replacing("    资金结存\n", with: "    资金结存  -9.00\n").replacing(
      "    国库存款\n", with: "    国库存款  -9.00\n")
    var books = try Books("")
    #expect(books.record("2023-01-12 * 补记\n    period: 2022\n" + balanced) == nil)
    let event = try #require(books.events.last)
    #expect(days(event, .budget) == ["2022-12-31"])
    #expect(days(event, .fiscal) == ["2023-01-12"])
    #expect(books.record("2023-02-01 * 补记\n    period: 2022\n" + balanced)?.code == .outsideBudgetYear)
    #expect(books.record("2023-01-12 * 补记\n" + balanced) == nil)
    #expect(days(try #require(books.events.last), .budget) == ["2023-01-12"])
  }

  @Test("how long the closing period is, is data that nobody has checked yet; without it every day is its own")
  func data() throws {
    let rules = try RuleSet.builtIn("fiscal-2022")
    #expect(rules.closingDays == 31)
    #expect(rules.status == .unverified)
    let register = Register(rules: try RuleSet.builtIn("plain"))
    #expect(register.closingPeriodEnd(of: EnvelopeID(1), on: Day.end(ofYear: 2022)) == nil)
  }
}
