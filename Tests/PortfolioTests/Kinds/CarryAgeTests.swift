import LedgerCore
import Testing

@testable import Portfolio

/// Money that is carried over keeps the year in which it was approved.
@Suite("Age of carried money")
struct CarryAgeTests {
  /// 100 yuan of 2020 carried twice, with 10 of their own in each year.
  private static let twice = """
    2020-01-01 budget 2020/拨改投/z 100.00
    2020-12-31 carry 2020/拨改投/z 100.00 to:2021/拨改投/z
    2021-01-01 budget 2021/拨改投/z 10.00
    2021-12-31 carry 2021/拨改投/z 110.00 to:2022/拨改投/z
    2022-01-01 budget 2022/拨改投/z 10.00

    """

  private func carry(_ amount: String, after text: String = "") throws -> (warnings: [Diagnostic], traced: [Int: Int64]) {
    let books = try Books(
      CarryAgeTests.twice + text + "2022-12-31 carry 2022/拨改投/z \(amount) to:2023/拨改投/z\n")
    #expect(books.problems == [])
    let last = try #require(books.events.last)
    var traced: [Int: Int64] = [:]
    for fact in last.facts where fact.measure == .tracedIn { traced[fact.traits.year, default: 0] += fact.amount }
    return (last.warnings, traced)
  }

  @Test("the limit is two years, from the rule file, and not presented as checked")
  func limit() throws {
    let limit = try #require(try RuleSet.builtIn("fiscal-2022").carryYearsMax)
    #expect(limit.value == 2 && limit.citation == "预算法第四十二条" && limit.status == .unverified)
    #expect(try RuleSet.builtIn("plain").carryYearsMax == nil)
  }

  @Test("money of 2020 may be carried into 2021 and 2022 without a word")
  func within() throws {
    let books = try Books(CarryAgeTests.twice)
    #expect(books.problems == [])
    #expect(books.events.allSatisfy { $0.warnings.isEmpty })
  }

  @Test("carried into a third year it warns with the amount that is too old; the oldest money goes first")
  func beyond() throws {
    let part = try carry("120.00")
    #expect(part.traced == [2020: 10_000, 2021: 1_000, 2022: 1_000])
    #expect(part.warnings.map(\.code) == [.carriedTooLong])
    #expect(part.warnings[0].message.contains("100.00 CNY was approved in 2020"))
    #expect(part.warnings[0].hint.contains("unverified"))
  }

  @Test("what was spent was the oldest, so that the rest is young enough")
  func spent() throws {
    let rest = try carry("20.00", after: "2022-06-01 pay 甲/A 100.00 envelope:2022/拨改投/z\n")
    #expect(rest.traced == [2021: 1_000, 2022: 1_000])
    #expect(rest.warnings == [])
  }

  @Test("a transfer keeps the age of the money")
  func transferred() throws {
    let books = try Books(
      CarryAgeTests.twice + """
        2022-02-01 transfer 2022/拨改投/z 100.00 to:2022/拨改投/y
        2022-12-31 carry 2022/拨改投/y 100.00 to:2023/拨改投/y

        """)
    #expect(books.problems == [])
    #expect(try #require(books.events.last).warnings.map(\.code) == [.carriedTooLong])
  }
}
