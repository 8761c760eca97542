import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("A fund held through several deals is one fund")
struct CheckedFundTests {
  /// A fund of 100 in which two programmes of ours hold 20 and 30; what happens is recorded with the first deal.
  private static let start = """
    programme P from:2019-01-01
    programme Q from:2019-01-01
    party 基 kind:fund
    party 甲
    party 民 kind:other
    2019-01-01 requirement idle-at-fund days:365 finding:breach
    2019-01-01 requirement fund-first-investment term:12m finding:breach
    2019-01-01 requirement fund-setup term:12m finding:breach
    2019-01-01 requirement registry-update term:6m finding:breach
    2019-01-01 requirement registration days:20 finding:breach
    2020-01-05 budget 2020/P 100.00
    2020-01-05 budget 2020/Q 100.00
    2020-01-06 deal 基/P party:基 programme:P method:guided
    2020-01-06 deal 基/Q party:基 programme:Q method:guided

    """
  private static let paid = """
    2020-02-01 pay 基/P 20.00 envelope:2020/P
    2020-02-01 pay 基/Q 30.00 envelope:2020/Q
    2020-02-01 call 基/P 50.00 party:民 evidence:x

    """
  private static let life = paid + "2020-02-10 register 基/P\n2020-03-01 deploy 基/P 80.00 party:甲 evidence:y\n2021-03-01 register 基/P\n"

  private func findings(_ text: String, asOf: String = "2021-12-31") throws -> [CheckFinding] {
    try CheckReport(moment: Moment(asOf: day(asOf))).result(from: try books(CheckedFundTests.start + text)).findings
  }

  @Test("its investment, its entries in the register and its money are those of the fund, whichever deal has them")
  func one() throws {
    let found = try findings(CheckedFundTests.life)
    // 20 of 100 are not invested.
    #expect(found.map(\.id) == ["idle-at-fund:基"] && found.map(\.amount) == [2_000])
    let nothing = try findings(CheckedFundTests.paid)
    #expect(
      nothing.map(\.id) == ["registration:基/P", "registration:基/Q", "idle-at-fund:基", "fund-first-investment:基", "registry-update:基:2020"])
    #expect(nothing.map(\.amount) == [nil, nil, 10_000, 5_000, nil])
  }

  @Test("with one deal alone nothing changes: the finding is about the deal")
  func single() throws {
    let found = try findings("2020-02-01 pay 基/P 20.00 envelope:2020/P\n")
    #expect(found.map(\.id) == ["registration:基/P", "idle-at-fund:基/P", "fund-first-investment:基/P", "registry-update:基/P:2020"])
  }

  @Test("a later signing needs an entry after it, with whichever deal that is recorded")
  func laterSigning() throws {
    let text = """
      2020-02-01 pay 基/P 20.00 envelope:2020/P
      2020-02-10 register 基/P
      2020-06-01 pay 基/Q 30.00 envelope:2020/Q

      """
    #expect(try findings(text, asOf: "2020-12-31").map(\.id) == ["registration:基/Q"])
    #expect(try findings(text + "2020-06-10 register 基/P\n", asOf: "2020-12-31").isEmpty)
  }

  @Test("the scorecard's share of idle money is that of the fund, for all programmes and for one of its programmes")
  func scorecard() throws {
    let source = try books(CheckedFundTests.start + CheckedFundTests.life)
    for programme in [nil, "P", "Q"] {
      let report = ScorecardReport(year: 2021, programme: programme, card: try Scorecard.builtIn())
      let table = try report.document(from: source).table("scorecard")
      #expect(try table.cell("idle-share", "actual") == .percent(Ratio(2_000, over: 10_000)))
    }
    let report = PerformanceReport(year: 2021, indicators: try PerformanceTable.builtIn())
    #expect(try report.document(from: source).table("performance").cell("registration-share", "actual") == .percent(Ratio(2, over: 2)))
  }

  @Test("what was set up or invested late stays listed, as what was registered late does; on the day itself nothing is late")
  func late() throws {
    let decided = "2020-02-29 decide 基/P 20.00\n"
    func setUp(_ day: String) throws -> [String] {
      try findings(decided + "\(day) register 基/P\n").map { "\($0.id) \($0.day) \($0.what.en) \($0.events.count)" }
    }
    #expect(try setUp("2021-02-28") == [])
    #expect(try setUp("2021-03-01") == ["fund-setup:基/P 2021-02-28 approved on 2020-02-29, set up on 2021-03-01 2"])
    let paid = "2020-02-29 register 基/P\n2020-02-29 pay 基/P 20.00 envelope:2020/P\n"
    func invested(_ day: String) throws -> [String] {
      try findings(paid + "\(day) deploy 基/P 20.00 party:甲 evidence:y\n")
        .filter { $0.id.hasPrefix("fund-first") }.map { "\($0.id) \($0.day) \($0.what.en) \($0.events.count)" }
    }
    #expect(try invested("2021-02-28") == [])
    #expect(
      try invested("2021-03-01") == ["fund-first-investment:基/P 2021-02-28 first paid into on 2020-02-29, first invested on 2021-03-01 2"])
  }

  @Test("money that comes in and goes out on one day waits for nothing, in whatever order it is recorded")
  func sameDay() throws {
    let text = """
      2020-02-01 deploy 基/P 50.00 party:甲 evidence:y
      2020-02-01 pay 基/P 20.00 envelope:2020/P
      2020-02-01 pay 基/Q 30.00 envelope:2020/Q

      """
    #expect(try findings(text).filter { $0.id.hasPrefix("idle") }.isEmpty)
  }
}
