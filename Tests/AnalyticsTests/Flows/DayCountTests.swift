import LedgerCore
import Testing

@testable import Analytics

@Suite("Day-count conventions")
struct DayCountTests {
  struct Vector: Decodable {
    struct Expected: Decodable {
      let dayCount: String
      let expected: OracleNumber
    }
    let dates: [String]
    let amounts: [Double]
    let expected: [Expected]
  }

  @Test("XIRR of one flow under six conventions")
  func publishedVector() throws {
    let vector = try Oracle.decode(Vector.self, from: "day_count.json")
    let flows = try zip(vector.dates, vector.amounts).map { DatedFlow(try #require(Day($0)), $1) }
    #expect(flows.count == 5)
    #expect(Set(vector.expected.map(\.dayCount)) == Set(DayCount.allCases.map(\.rawValue)))
    for one in vector.expected {
      let dayCount = try #require(DayCount(rawValue: one.dayCount))
      let result = InternalRate.xirr(of: flows, by: dayCount)
      #expect(result.status == .ok)
      #expect(Oracle.isNear(result.rate, one.expected.value), "\(one.dayCount)")
    }
  }

  @Test(
    "The last days of months, where the 30/360 conventions part",
    arguments: [
      // start, end, then days of 360 under SIA, ISDA and 30E
      ("2023-01-31", "2023-02-28", 28, 28, 28),
      ("2023-01-30", "2023-01-31", 0, 0, 0),
      ("2023-01-15", "2023-01-31", 16, 16, 15),
      ("2023-02-28", "2023-03-31", 30, 33, 32),
      ("2023-02-28", "2024-02-29", 360, 361, 361),
      ("2024-02-29", "2024-03-30", 30, 31, 31),
      ("2023-02-28", "2023-03-15", 15, 17, 17),
    ])
  func endsOfMonths(start: String, end: String, sia: Int, isda: Int, european: Int) throws {
    let (from, to) = (try #require(Day(start)), try #require(Day(end)))
    #expect(DayCount.thirty360SIA.years(from: from, to: to) == Double(sia) / 360)
    #expect(DayCount.thirty360ISDA.years(from: from, to: to) == Double(isda) / 360)
    #expect(DayCount.thirtyE360.years(from: from, to: to) == Double(european) / 360)
  }

  @Test("Actual/actual splits at the turn of the year and counts leap years by 366")
  func actualActual() throws {
    let (from, to) = (try #require(Day("2019-07-01")), try #require(Day("2021-07-01")))
    let expected = 184.0 / 365 + 1 + 181.0 / 365
    #expect(DayCount.actualActualISDA.years(from: from, to: to) == expected)
    let (first, last) = (try #require(Day("2020-01-01")), try #require(Day("2020-12-31")))
    #expect(DayCount.actualActualISDA.years(from: first, to: last) == 365.0 / 366)
  }

  @Test("Backwards is the negative of forwards in every convention", arguments: DayCount.allCases)
  func antisymmetry(dayCount: DayCount) {
    let start = Day(number: 18_000)
    for days in stride(from: 0, to: 4_000, by: 61) {
      let end = start.adding(days: days)
      #expect(dayCount.years(from: start, to: end) == -dayCount.years(from: end, to: start))
    }
  }

  @Test("Flows that one convention puts on the same moment are netted before the search")
  func sameMoment() throws {
    let flows = [
      CashFlow(try #require(Day("2023-01-30")), -100), CashFlow(try #require(Day("2023-01-31")), 100),
      CashFlow(try #require(Day("2024-01-30")), -50), CashFlow(try #require(Day("2025-01-30")), 55),
    ]
    let result = InternalRate.xirr(of: flows, by: .thirtyE360)
    #expect(result.status == .ok && Oracle.isNear(result.rate, 0.1))
  }
}
