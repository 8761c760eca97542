import LedgerCore
import Testing

@testable import Portfolio

@Suite("Change of charts (新旧衔接)")
struct SwitchTests {
  private static let before = """
    2022-02-01 pay 甲/A 1,000.00 envelope:2022/拨改投 share:10%
    2022-12-31 result 甲/A ours:300.00
    2022-12-31 equity 甲/A ours:50.00
    2022-12-31 declare 甲/A ours:20.00

    """
  private static let change = "2023-01-01 switch fiscal-2022\n"

  private func books(_ journal: String) throws -> Books {
    try Books(journal, rules: try RuleSet.builtIn("fiscal-2015"))
  }

  @Test("every balance of the old chart goes to the new one, the budget book is opened, dimensions are kept")
  func carried() throws {
    let books = try books(SwitchTests.before + SwitchTests.change)
    #expect(books.problems == [])
    #expect(
      try books.last(.fiscal) == [
        "Cr 一般公共预算本级支出 1000.00", "Dr 累计盈余 1000.00", "Dr 资产基金:应收股利 20.00", "Cr 累计盈余 20.00",
        "Dr 资产基金:股权投资 280.00", "Cr 累计盈余 280.00", "Dr 资产基金:股权投资 1000.00", "Cr 累计盈余 1000.00",
        "Dr 资产基金:股权投资:其他权益变动 50.00", "Cr 权益法调整 50.00",
      ])
    #expect(try books.last(.budget) == ["Cr 资金结存 1000.00", "Dr 结转结余:一般公共预算 1000.00"])
    let switched = try #require(books.events.last)
    #expect(switched.vouchers.allSatisfy { $0.rule == "switch" && $0.day == Day("2023-01-01") })
    let deal = try #require(books.ledger.register.deal(named: "甲/A")).id
    #expect(switched.vouchers.flatMap(\.postings).allSatisfy { $0.dimensions.deal == deal })
    #expect(try books.balance("股权投资:企业:损益调整") == "280.00")
    #expect(try books.balance("权益法调整") == "-50.00")
  }

  @Test("from its day on the new rules post, before it the old ones, whenever the event is recorded")
  func byDay() throws {
    let late = "2022-12-20 pay 甲/A 100.00 envelope:2022/拨改投\n"
    let books = try books(SwitchTests.before + SwitchTests.change + "2023-03-01 exit 甲/A 2,000.00\n" + late)
    #expect(books.problems == [])
    let exit = books.events[books.events.count - 2]
    #expect(books.postings(of: exit, in: .fiscal).last == "Cr 投资收益 50.00")
    #expect(books.postings(of: exit, in: .budget) == ["Dr 资金结存 2000.00", "Cr 预算收入:一般公共预算:产权转让 2000.00"])
    let vouchers = try #require(books.events.last).vouchers
    #expect(
      vouchers.map { "\($0.day) \($0.book.name) \($0.rule)" } == [
        "2022-12-20 fiscal E1", "2022-12-20 quota Q8", "2023-01-01 fiscal switch", "2023-01-01 budget switch",
      ])
    #expect(try books.balance("一般公共预算本级支出") == "0.00")
    #expect(try books.balance("资产基金:股权投资") == "0.00")
  }

  @Test("the reversal of an event of the old chart leaves nothing on the old accounts")
  func reversal() throws {
    let books = try books(SwitchTests.before + SwitchTests.change + "2023-02-01 reverse #11 reason:错\n")
    #expect(books.problems == [])
    #expect(try #require(books.events.last).vouchers.map(\.rule) == ["red", "switch"])
    #expect(try books.balance("资产基金:股权投资") == "0.00")
    #expect(try books.balance("应收股利") == "20.00")
    #expect(try books.balance("权益法调整") == "-50.00")
  }

  @Test("an account of the old chart ends the day before; a plain voucher cannot use it any more")
  func ended() throws {
    var books = try books(SwitchTests.before + SwitchTests.change)
    let line = "2023-02-01 * 错\n  资产基金:股权投资  1.00\n  累计盈余  -1.00\n"
    #expect(books.record(line)?.code == .outsideAccountLife)
  }

  @Test(
    "a change is refused",
    arguments: [
      ("2023-01-01 switch fiscal-2015", DiagnosticCode.alreadyDeclared),
      ("2023-01-01 switch fiscal-2099", .badUsage),
      ("2023-01-15 switch fiscal-2022", .badFieldValue),
      ("2022-01-01 switch fiscal-2022", .badFieldValue),
    ])
  func refused(_ line: String, _ code: DiagnosticCode) throws {
    var books = try books(SwitchTests.before)
    #expect(books.record(line + "\n")?.code == code)
    #expect(books.ledger.rules.name == "fiscal-2015")
    #expect(books.ledger.register.account(named: "权益法调整") == nil)
    #expect(books.record(SwitchTests.change) == nil)
    #expect(books.record("2023-06-01 reverse #\(books.events.count) reason:错\n")?.code == .notReversible)
  }

  @Test("a change that comes after the old rules have posted to its days is refused until they are reversed")
  func late() throws {
    var books = try books(SwitchTests.before + "2023-02-01 result 甲/A ours:1.00\n")
    #expect(books.record(SwitchTests.change)?.code == .switchTooLate)
    #expect(books.record("2023-02-01 reverse #14 reason:先衔接\n") == nil)
    #expect(books.record(SwitchTests.change) == nil)
  }

  @Test("a balance that the new chart says nothing of is refused by name")
  func unmapped() throws {
    var books = try Books("2022-12-31 pay 甲/A 1.00 envelope:2022/拨改投\n", rules: try RuleSet.builtIn("holder"))
    let refusal = books.record(SwitchTests.change)
    #expect(refusal?.code == .switchUnmapped)
    #expect(refusal?.message.contains("专项应付款:受托投资资金") == true)
    #expect(books.ledger.rules.name == "holder")
  }

  @Test("every line of switchFrom begins at an account of the old chart, and covers all that the new one lacks")
  func mapping() throws {
    let (old, new) = (try RuleSet.builtIn("fiscal-2015"), try RuleSet.builtIn("fiscal-2022"))
    let mapping = try #require(new.switches.first { $0.rules == old.name })
    let (olds, news) = (Set(old.accounts.map(\.name)), Set(new.accounts.map(\.name)))
    #expect(mapping.lines.allSatisfy { olds.contains($0.from) && news.contains($0.to) })
    for name in olds.subtracting(news) { #expect(mapping.line(for: name) != nil, "\(name)") }
  }
}
