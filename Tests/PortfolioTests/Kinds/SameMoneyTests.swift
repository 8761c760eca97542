import LedgerCore
import Testing

@testable import Portfolio

@Suite("The same money recorded twice")
struct SameMoneyTests {
  static let first = "2022-02-01 social 甲/A 500.00 evidence:协议 key:S1\n"

  @Test("it is a fact of its own that posts nothing; the memo book holds the money once")
  func posting() throws {
    let books = try Books(Self.first + "2022-03-01 social 甲/成本 500.00 evidence:登记表 same-as:S1\n")
    #expect(books.problems == [])
    let again = try #require(books.events.last)
    #expect(again.facts.map(\.measure) == [.repeated])
    #expect(again.vouchers.isEmpty)
    #expect(books.events.dropLast().last?.vouchers.count == 1)
  }

  @Test(
    "it is refused where it is not the same money",
    arguments: [
      ("2022-03-01 social 甲/A 400.00 same-as:S1\n", "500.00"),
      ("2022-03-01 pay 甲/A 500.00 envelope:2022/拨改投 key:P1\n2022-03-01 social 甲/A 500.00 same-as:P1\n", "pay event"),
      ("2022-03-01 social 甲/A 500.00 same-as:S1 key:S2\n2022-03-02 social 甲/A 500.00 same-as:S2\n", "repeats another"),
      ("2022-03-01 reverse S1 reason:错\n2022-03-02 social 甲/A 500.00 same-as:S1\n", "reversed"),
      ("2022-03-01 social 甲/A 500.00 stage:announced same-as:S1\n", "another stage of the money"),
    ])
  func refused(_ text: String, _ words: String) throws {
    let problem = try #require(try Books(Self.first + text).problems.first)
    #expect(problem.code == .notTheSameMoney)
    #expect(problem.message.contains(words), "\(problem.message)")
  }

  @Test("a key is the event's own: another event that claims it is refused, so that an import counts nothing twice")
  func key() throws {
    #expect(try Books(Self.first + Self.first).events.count { $0.event.kind.name == "social" } == 2)
    let problem = try #require(
      try Books(Self.first + "2022-03-01 social 甲/成本 500.00 evidence:登记表 key:S1\n").problems.first)
    #expect(problem.code == .duplicateKey)
  }

  @Test("loans, calls, subscriptions and rounds can be the same money too")
  func kinds() throws {
    let books = try Books(
      """
      2022-02-01 loan 甲/A 5.00 party:银行 evidence:合同 key:L
      2022-02-02 loan 基金/一期 5.00 party:银行 project:甲 same-as:L
      2022-02-01 subscribe 基金/一期 7.00 evidence:协议 key:U
      2022-02-02 subscribe 基金/一期 7.00 evidence:登记表 same-as:U
      2022-02-01 call 基金/一期 7.00 evidence:凭证 key:C
      2022-02-02 call 基金/一期 7.00 evidence:登记表 same-as:C
      2022-02-01 round 甲/A 9.00 evidence:协议 key:R
      2022-02-02 round 甲/A 9.00 evidence:登记表 same-as:R

      """)
    #expect(books.problems == [])
    #expect(books.events.flatMap(\.facts).count { $0.measure == .repeated } == 4)
  }

  @Test("what goes into the event text comes back out of it")
  func further() throws {
    let books = try Books(
      """
      2022-01-01 deal 基金/一期 party:基金甲 programme:拨改投 method:注资引导投资 riskiest:2 reinvest-target:150% tracing:指定项目
      2022-02-01 deploy 基金/一期 40.00 party:甲 ours:10.00 share:12%
      2022-02-01 social 基金/一期 60.00 level:project project:甲 evidence:协议
      2022-02-01 ownfunds 甲/A 8.00 evidence:决算

      """)
    #expect(books.problems == [])
    let deal = try #require(books.ledger.register.deal(named: "基金/一期"))
    #expect(deal.riskiest == 2)
    #expect(deal.reinvestTarget == Rate("150%"))
    #expect(deal.tracing == .designated)
    #expect(
      books.events.suffix(3).flatMap { $0.facts.map(\.measure) } == [
        .deployed, .designated, .fundShare, .besideCompany, .contributed, .companyOwn,
      ])
  }

  @Test("of a recognised amount that is no whole number of cents, what rounding left is a fact of its own")
  func recognised() throws {
    let books = try Books(
      "2022-02-01 reinvest 甲/A 0.01 recognised:50% evidence:认定书\n2022-02-02 reinvest 甲/A 0.02 recognised:50% evidence:认定书\n")
    #expect(books.problems == [])
    let facts = books.events.suffix(2).flatMap(\.facts)
    #expect(facts.map(\.measure) == [.reinvested, .reinvestedRest, .reinvested])
    #expect(facts.map(\.amount) == [1, -500_000_000, 1])
  }

  @Test(
    "what contradicts itself is refused",
    arguments: [
      "2022-02-01 deploy 基金/一期 40.00 party:甲 ours:40.01\n", "2022-02-01 social 甲/A 5.00 project:甲\n",
      "2022-02-01 social 基金/一期 5.00 project:甲 level:fund\n",
      "2022-01-01 deal 基金/一期 party:基金甲 programme:拨改投 method:注资引导投资 riskiest:1000\n",
      "2022-01-01 deal 基金/一期 party:基金甲 programme:拨改投 method:注资引导投资 reinvest-target:-1%\n",
    ])
  func contradictions(_ line: String) throws {
    #expect(try Books(line).problems.count == 1)
  }
}
