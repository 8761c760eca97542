import ReportDocument
import Reports
import Testing

@Suite("Returns of holdings that were taken over without payment")
struct TakenOverTests {
  private static let takenOver = "2020-06-01 handover 甲/A 300.00 CNY direction:in share:8% doc:划转\n"

  @Test("their vintage is the year in which they were taken over, with multiples by age")
  func vintage() throws {
    let document = try ReturnRates.report(Self.takenOver, by: .vintage, asOf: "2023-12-31")
    #expect(try document.table("breakdown").column("group").map(\.words) == ["2020"])
    let years = try document.table("vintageYears")
    #expect(try years.column("age") == [0, 1, 2, 3].map { .integer($0) })
    #expect(try years.amounts("paidIn") == [30_000, 30_000, 30_000, 30_000])
    #expect(document.notes.contains { $0.zh.contains("出资年度自划入日起") })
  }

  @Test("a payment two years later leaves them in the vintage of the day on which most of the money came")
  func paidLater() throws {
    let text = Self.takenOver + "2021-06-01 pay 甲/A 100.00 CNY envelope:2021/拨改投\n"
    for end in ["2020-12-31", "2023-12-31"] {
      let table = try ReturnRates.report(text, by: .vintage, asOf: end).table("breakdown")
      #expect(try table.column("group").map(\.words) == ["2020"], "\(end)")
    }
  }

  @Test("the last lines of all vintages add up to what was paid in")
  func foots() throws {
    let text =
      Self.takenOver
        + """
        2021-01-01 opening 乙/A 80.00 CNY share:10% since:2019-06-01 paid:100.00 received:30.00
        2021-06-01 pay 丙/A 50.00 CNY envelope:2021/拨改投

        """
    let document = try ReturnRates.report(text, by: .vintage, asOf: "2021-12-31")
    let years = try document.table("vintageYears")
    let last = zip(try years.column("asOf"), try years.amounts("paidIn")).filter { $0.0.words == "2021-12-31" }.map(\.1)
    #expect(last.count == 3 && last.reduce(0, +) == 45_000)
    #expect(try document.figure("paidIn").minorUnits == 45_000)
  }

  @Test("one that was never valued is listed with its age since it was taken over")
  func age() throws {
    let table = try ReturnRates.report(Self.takenOver, asOf: "2023-12-31").table("staleValuations")
    // Three years to 2023-06-01, without a leap day, and 213 days.
    #expect(try table.cell("甲/A", "ageDays") == .integer(3 * 365 + 213))
    #expect(table.notes.contains { $0.zh.contains("无偿划入的自划入日起算") })
  }
}
