import LedgerCore
import Seeds
import Testing

@testable import Portfolio

@Suite("What is left of each payment")
struct InstalmentsTests {
  private func lots(_ text: String, on day: Day = .never, deal: String = "甲/成本") throws -> Instalments {
    let books = try Books(text)
    #expect(books.problems == [])
    let id = try #require(books.ledger.register.deal(named: deal)).id
    return Instalments(try books.ledger.facts(ofDeal: id), on: day)
  }

  private static let two = """
    2022-03-01 pay 甲/成本 300.00 envelope:2022/拨改投 key:一
    2022-04-01 pay 甲/成本 100.00 envelope:2022/拨改投 key:二

    """

  @Test("payments stand by day, whatever the order of recording")
  func order() throws {
    let lots = try lots("2022-04-01 pay 甲/成本 1.00 envelope:2022/拨改投\n2022-03-01 pay 甲/成本 2.00 envelope:2022/拨改投\n")
    #expect(lots.lots.map(\.principal) == [200, 100])
    #expect(lots.firstPaid == Day("2022-03-01"))
  }

  @Test("an exit at average cost takes of all alike, to the fen")
  func average() throws {
    let lots = try lots(InstalmentsTests.two + "2022-06-01 exit 甲/成本 1.00 part:33.333%\n")
    #expect(lots.principal == 40_000 - 13_333)
    #expect(lots.lots.map(\.principal) == [20_000, 6_667])
  }

  @Test("an exit at specific cost takes the payment that it names and no other")
  func specific() throws {
    let lots = try lots(InstalmentsTests.two + "2022-06-01 exit 甲/成本 1.00 cost:specific instalment:二\n")
    #expect(lots.lots.map(\.principal) == [30_000])
    let half = try self.lots(InstalmentsTests.two + "2022-06-01 exit 甲/成本 1.00 part:50% instalment:一\n")
    #expect(half.lots.map(\.principal) == [15_000, 10_000])
  }

  @Test("on a day before an exit, its cost is there; a reversed exit never took it")
  func byDay() throws {
    let text = InstalmentsTests.two + "2022-06-01 exit 甲/成本 1.00 part:50% key:退\n2022-07-01 reverse 退 reason:错\n"
    #expect(try lots(text, on: day("2022-05-31")).principal == 40_000)
    #expect(try lots(text, on: day("2022-06-15")).principal == 20_000)
    #expect(try lots(text).principal == 40_000)
  }

  @Test("a payment in error that was sold before its reversal goes off what is left of the others")
  func reversedAfterSale() throws {
    let text = InstalmentsTests.two + "2022-06-01 exit 甲/成本 1.00 part:50%\n2022-07-01 reverse 二 reason:错\n"
    #expect(try lots(text).lots.map(\.principal) == [10_000])
    #expect(try lots(text).firstPaid == day("2022-03-01"))
  }

  @Test("a refund goes off the latest payment of its envelope")
  func refund() throws {
    let lots = try lots(InstalmentsTests.two + "2022-06-01 refund 甲/成本 150.00 envelope:2022/拨改投\n")
    #expect(lots.lots.map(\.principal) == [25_000])
  }

  @Test("dividends belong to what was held when they came, and leave with it")
  func dividends() throws {
    let text = """
      2022-03-01 pay 甲/成本 300.00 envelope:2022/拨改投 share:3%
      2022-03-10 declare 甲/成本 ours:30.00
      2022-03-20 receive 甲/成本 30.00
      2022-04-01 pay 甲/成本 300.00 envelope:2022/拨改投 share:6%
      2022-04-10 declare 甲/成本 ours:10.00
      2022-04-20 receive 甲/成本 10.00

      """
    #expect(try lots(text).lots.map(\.dividends) == [3500, 500])
    let after = try lots(text + "2022-06-01 exit 甲/成本 1.00 part:40%\n")
    #expect(after.lots.map(\.dividends) == [2100, 300])
  }

  @Test("an opening is one payment on the day that it states")
  func opening() throws {
    let lots = try lots("2022-01-05 opening 甲/成本 500.00 since:2020-05-01\n")
    #expect(lots.lots.map(\.principal) == [50_000])
    #expect(lots.firstPaid == Day("2020-05-01"))
  }

  @Test("parts in proportion add up to the amount and never exceed a weight", arguments: 0..<200)
  func apportion(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let weights = (0..<Int.random(in: 1...6, using: &random)).map { _ in Int64.random(in: 0...1000, using: &random) }
    let whole = weights.reduce(0, +)
    let amount = Int64.random(in: 0...max(0, whole), using: &random)
    let parts = Instalments.apportion(amount, over: weights)
    #expect(parts.reduce(0, +) == (whole > 0 ? amount : 0))
    for (part, weight) in zip(parts, weights) { #expect(part >= 0 && part <= weight, "\(weights) \(amount)") }
  }

  private func day(_ text: String) -> Day { Day(text) ?? .always }
}
