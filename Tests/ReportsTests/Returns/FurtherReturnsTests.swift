import Analytics
import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Time-weighted, Dietz, present value, curve, vintages, market")
struct FurtherReturnsTests {
  private func report(
    _ text: String, by grouping: Grouping = .deal, asOf: String, _ question: ReturnsQuestion = ReturnsQuestion()
  ) throws -> ReportDocument {
    try ReturnsReport(by: grouping, moment: Moment(asOf: day(asOf)), question: question).document(
      from: try books(ReturnsReportTests.head + text))
  }

  private func rate(_ cell: Cell) -> String {
    guard case .rate(let figure) = cell else { return "none" }
    return figure.rounded(decimals: 4).map { "\(figure.status) \($0)" } ?? figure.status
  }

  private static let life = """
    2020-01-16 pay 甲/A 100.00 CNY envelope:2020/拨改投 share:10%
    2021-01-15 value 甲/A 120.00 CNY
    2021-01-15 exit 甲/A 60.00 CNY part:50%
    2022-01-15 value 甲/A 66.00 CNY

    """

  @Test("valuations at the flows give a time-weighted return and its days; a flow without one gives the day that lacks it")
  func timeWeighted() throws {
    let good = try report(Self.life, asOf: "2022-01-15").table("rates")
    #expect(rate(try good.cell("甲/A", "twr")) == "ok 1489")
    #expect(try good.cell("甲/A", "valuationDays").words == "2020-01-16、2021-01-15、2022-01-15")
    let bad = try report(Self.life + "2021-08-01 pay 甲/A 5.00 CNY envelope:2021/拨改投\n", asOf: "2022-01-15").table("rates")
    #expect(rate(try bad.cell("甲/A", "twr")) == "valuationMissing")
    #expect(try bad.cell("甲/A", "valuationDays").words == "2021-08-01没有估值")
  }

  @Test("of a group every holding must have been valued: one that was not leaves the whole without a return")
  func groupOfDeals() throws {
    let other = "2020-01-16 pay 乙/A 100.00 CNY envelope:2020/拨改投 share:10%\n"
    let some = try report(Self.life + other, asOf: "2022-01-15")
    #expect(rate(try some.figure("twr")) == "valuationMissing")
    let all = try report(
      Self.life + other + "2021-01-10 value 乙/A 100.00 CNY\n2022-01-10 value 乙/A 100.00 CNY\n", asOf: "2022-01-15")
    // 220 of 200, then 166 of 160.
    #expect(rate(try all.figure("twr")) == "ok 683")
  }

  @Test("modified Dietz from the value before a day, or from the first flow where nothing was held")
  func dietz() throws {
    let period = ReturnsQuestion(from: day("2021-01-16"))
    #expect(rate(try report(Self.life, asOf: "2022-01-15", period).figure("dietz")) == "ok 1000")
    // 26 over 100 − 60 × 365 ÷ 730.
    #expect(rate(try report(Self.life, asOf: "2022-01-15").figure("dietz")) == "ok 3714")
  }

  @Test("modified Dietz of what came back whole ends on that day, and one that cannot be reckoned says so")
  func dietzOfExits() throws {
    let exited = "2020-01-16 pay 甲/A 5.00 CNY envelope:2020/拨改投\n2020-06-01 exit 甲/A 6.00 CNY\n"
    let document = try report(exited, asOf: "2023-12-31")
    #expect(rate(try document.table("rates").cell("甲/A", "dietz")) == "ok 2000")
    #expect(try document.figure("dietz") == .rate(RateFigure(0.2, isAnnualised: false)))
    // More came back before the end than was ever at work: the average capital is below zero.
    let early =
      "2020-01-16 pay 甲/A 1.00 CNY envelope:2020/拨改投\n2020-01-17 declare 甲/A ours:9.00\n"
      + "2020-01-17 receive 甲/A 9.00 CNY\n2021-01-16 pay 甲/A 1.00 CNY envelope:2021/拨改投\n"
    #expect(rate(try report(early, asOf: "2022-01-15").table("rates").cell("甲/A", "dietz")) == "undefined")
    let lost =
      "2020-01-16 pay 甲/A 5.00 CNY envelope:2020/拨改投\n2020-06-01 writeoff 甲/A doc:容错\n2020-09-01 fee 拨改投 1.00 CNY deal:甲/A envelope:2020/拨改投\n"
    #expect(rate(try report(lost, asOf: "2021-12-31").table("rates").cell("甲/A", "netDietz")) == "totalLoss -10000")
  }

  @Test("a rate that is not unique is listed with its roots, before fees and after them; a unique one is not")
  func roots() throws {
    let several = """
      2020-01-16 pay 甲/A 1.00 CNY envelope:2020/拨改投
      2021-01-15 declare 甲/A ours:2.30
      2021-01-15 receive 甲/A 2.30 CNY
      2022-01-01 budget 2022/拨改投 10.00 CNY
      2022-01-15 pay 甲/A 1.32 CNY envelope:2022/拨改投
      2022-01-15 writeoff 甲/A doc:容错

      """
    let document = try report(several, asOf: "2023-01-15")
    #expect(rate(try document.table("breakdown").cell("甲/A", "xirr")) == "notUnique")
    let table = try document.table("roots")
    #expect(try table.column("group").map(\.words) == ["甲/A", "甲/A", "合计", "合计"])
    #expect(try table.column("rate").map(rate) == ["ok 1000", "ok 2000", "ok 1000", "ok 2000"])
    let plain = try report("2020-01-16 pay 乙/A 1.00 CNY envelope:2020/拨改投\n", asOf: "2023-01-15")
    #expect(!plain.tables.contains { $0.id == "roots" })
    let days = ["2020-01-16", "2021-01-15", "2022-01-15"].map { day($0) }
    let flows = zip(days, [-1, 2.3, -1.32]).map { DatedFlow($0, $1) }
    let series = InternalRatesReport([.init("a", flows), .init("b", [DatedFlow(days[0], -1), DatedFlow(days[1], 1.1)])])
    #expect(try series.document().table("roots").column("rate").map(rate) == ["ok 1000", "ok 2000"])
  }

  @Test("the return of under a year is marked for machines, in the whole, by group and time-weighted")
  func periods() throws {
    let text = "2020-01-16 pay 甲/A 100.00 CNY envelope:2020/拨改投\n2020-06-01 value 甲/A 110.00 CNY\n"
    let document = try report(text, asOf: "2020-06-01")
    for cell in [
      try document.figure("xirr"), try document.table("breakdown").cell("甲/A", "xirr"),
      try document.table("rates").cell("甲/A", "twr"), try document.table("rates").cell("甲/A", "dietz"),
    ] {
      guard case .rate(let figure) = cell else { Issue.record("no rate"); continue }
      #expect(!figure.isAnnualised && figure.status == "ok" && figure.flatStatus == "period")
    }
    guard case .rate(let yearly) = try report(text, asOf: "2021-06-01").figure("xirr") else {
      Issue.record("no rate")
      return
    }
    #expect(yearly.isAnnualised && yearly.flatStatus == "ok")
    // −100 % is the same for a period and for a year.
    let lost = "2020-01-16 pay 甲/A 5.00 CNY envelope:2020/拨改投\n2020-06-01 writeoff 甲/A doc:容错\n"
    #expect(
      try report(lost, asOf: "2020-06-01").figure("xirr")
        == .rate(RateFigure(-1, status: "totalLoss", remark: Phrase("（全部损失）", "(total loss)"))))
  }

  @Test("what was taken over without payment is committed as it is paid in: PIC of the whole is not above 1")
  func takenOver() throws {
    let text = "2020-01-16 pay 甲/A 21.00 CNY envelope:2020/拨改投\n2020-02-01 handover 乙/A 5.00 CNY direction:in share:5% doc:划转\n"
    let document = try report(text, asOf: "2021-12-31")
    #expect(try document.table("breakdown").cell("乙/A", "committed") == .money(500))
    #expect(try document.figure("pic") == .ratio(Ratio(2600, over: 2600)))
  }

  @Test("by envelope a deal that is only committed stands under the envelope that reserved it; by year is by vintage and says so")
  func committedOnly() throws {
    let text = "2020-01-16 commit 甲/A 5.00 CNY envelope:2020/拨改投\n2021-02-01 pay 乙/A 1.00 CNY envelope:2021/拨改投\n"
    let table = try report(text, by: .envelope, asOf: "2021-12-31").table("breakdown")
    #expect(try table.column("group").map(\.words) == ["2020/拨改投", "2021/拨改投"])
    #expect(try report(text, by: .year, asOf: "2021-12-31").notes.contains { $0.en.contains("by year is by vintage") })
    #expect(try report(text, by: .vintage, asOf: "2021-12-31").notes.allSatisfy { !$0.en.contains("by year is by vintage") })
  }

  @Test("the present value stands on the day of the first flow; without a rate there is none")
  func presentValue() throws {
    let question = ReturnsQuestion(rate: Rate("10%"))
    let document = try report(Self.life, asOf: "2022-01-15", question)
    // −100 + 60 ÷ 1.1 + 66 ÷ 1.21
    #expect(try document.figure("xnpv").minorUnits == 909)
    let without = try report(Self.life, asOf: "2022-01-15")
    #expect(
      !without.sections[0].blocks.contains { if case .figures(let list) = $0 { list.figures.contains { $0.id == "xnpv" } } else { false } })
  }

  @Test("the curve runs by year or by day, its lines add up to the last sum, trough and breakeven are marked")
  func curve() throws {
    let text = Self.life + "2021-06-01 exit 甲/A 70.00 CNY\n"
    let years = try report(text, asOf: "2022-01-15").table("curve")
    #expect(try years.column("period") == [.text("2020"), .text("2021")])
    #expect(try years.amounts("cumulative") == [-10_000, 3_000])
    #expect(try years.amounts("net").reduce(0, +) == 3_000)
    let days = try report(text, asOf: "2022-01-15", ReturnsQuestion(curveByDay: true)).table("curve")
    #expect(try days.column("mark").map(\.words) == ["trough", nil, "breakeven"])
  }

  @Test("each vintage by age says what the report said at the end of that year")
  func vintages() throws {
    let text =
      Self.life + """
        2021-03-01 pay 乙/A 50.00 CNY envelope:2021/拨改投 share:10%
        2021-10-01 pay 甲/A 20.00 CNY envelope:2021/拨改投
        """
    let table = try report(text, by: .vintage, asOf: "2022-01-15").table("vintageYears")
    #expect(try table.column("vintage") == ["2020", "2020", "2020", "2021", "2021"].map { .text($0) })
    #expect(try table.column("age") == [0, 1, 2, 0, 1].map { .integer($0) })
    for (row, end) in [(0, "2020-12-31"), (1, "2021-12-31"), (2, "2022-01-15")] {
      let then = try report(text, by: .vintage, asOf: end).table("breakdown")
      for column in ["paidIn", "distributed", "residual"] {
        #expect(try table.amounts(column)[row] == then.cell("2020", column).minorUnits, "\(end) \(column)")
      }
      #expect(try table.column("tvpi")[row].text(4) == then.cell("2020", "tvpi").text(4), "\(end)")
    }
  }

  @Test("years before the books took a deal over have no multiples")
  func openingVintage() throws {
    let text = """
      2021-01-01 opening 甲/A 80.00 CNY share:10% since:2019-06-01 paid:100.00 received:30.00
      2021-12-31 value 甲/A 90.00 CNY
      """
    let table = try report(text, by: .vintage, asOf: "2021-12-31").table("vintageYears")
    #expect(try table.column("tvpi").map { $0.text(2) } == [nil, nil, "1.20"])
    #expect(try table.column("age") == [0, 1, 2].map { .integer($0) })
  }

  @Test("money that grew as the index did has KS-PME 1 and no alpha; an old level is listed, a late index leaves no figure")
  func market() throws {
    func index(_ levels: [(String, Int64)]) -> ReturnsQuestion {
      ReturnsQuestion(market: .init("指数", IndexSeries(levels.map { (day($0.0), $0.1 * 1_000_000) })))
    }
    let life = "2020-01-16 pay 甲/A 100.00 CNY envelope:2020/拨改投 share:10%\n2022-01-15 value 甲/A 121.00 CNY\n"
    let same = try report(life, asOf: "2022-01-15", index([("2020-01-16", 100), ("2022-01-14", 121)]))
    let table = try same.table("market")
    #expect(try table.cell("甲/A", "ksPme").text(4) == "1.0000")
    #expect(rate(try table.cell("甲/A", "directAlpha")) == "ok 0")
    #expect(rate(try table.cell("甲/A", "lnPme")) == "ok 1000")
    #expect(!same.tables.contains { $0.id == "indexGaps" })
    let old = try report(life, asOf: "2022-01-15", index([("2020-01-16", 100), ("2022-01-04", 121)]))
    #expect(try old.table("indexGaps").column("ageDays") == [.integer(11)])
    let late = try report(life, asOf: "2022-01-15", index([("2020-02-16", 100)])).table("market")
    #expect(rate(try late.cell("甲/A", "xirr")) == "ok 1000")
    #expect(try late.cell("甲/A", "ksPme") == .empty && late.notes.contains { $0.en.contains("begins on 2020-02-16") })
  }

  @Test("an equivalent that is not unique lists its roots: −100, +300, −200 in an index that stands still at 0 and 100 %")
  func marketRoots() throws {
    let life = """
      2020-01-16 pay 甲/A 100.00 CNY envelope:2020/拨改投 share:10%
      2021-01-15 exit 甲/A 300.00 CNY part:50%
      2022-01-15 value 甲/A 66.00 CNY
      """
    let still = IndexSeries([(day("2020-01-16"), 100_000_000), (day("2021-01-15"), 100_000_000), (day("2022-01-14"), 100_000_000)])
    let document = try report(life, by: .none, asOf: "2022-01-15", ReturnsQuestion(market: .init("指数", still)))
    #expect(rate(try document.table("market").column("lnPme")[0]) == "notUnique")
    let roots = try document.table("marketRoots")
    #expect(roots.rows.filter { $0.cells[1].words == "lnPme" }.map { rate($0.cells[3]) } == ["ok 0", "ok 10000"])
  }

  @Test("facts condensed to sums by day and measure give the same view as single ones")
  func condensed() throws {
    let ledger = try books(
      ReturnsReportTests.head + Self.life + """
        2021-08-01 pay 甲/A 5.00 CNY envelope:2021/拨改投
        2021-08-01 pay 甲/A 6.00 CNY envelope:2021/拨改投
        2021-08-01 pay 乙/A 7.00 CNY envelope:2021/拨改投 share:5% key:误
        2021-08-02 reverse 误 reason:错
        """)
    let single = try ledger.facts(at: .latest)
    struct Key: Hashable { let day: Day; let measure: Measure; let dimensions: Dimensions }
    var sums: [Key: Fact] = [:]
    var order: [Key] = []
    let reversed = Set(single.map(\.reverses))
    for fact in single where fact.reverses == 0 && !reversed.contains(fact.sequence) {
      let key = Key(day: fact.day, measure: fact.measure, dimensions: fact.dimensions)
      if fact.measure.isMark || sums[key] == nil {
        if sums[key] == nil { order.append(key) }
        sums[key] = fact
      } else {
        sums[key]?.amount += fact.amount
      }
    }
    let condensed = order.compactMap { sums[$0] }.map { fact in
      var copy = fact; copy.sequence = 0; return copy
    }
    #expect(condensed.count < single.count)
    let views = try [single, condensed].map { try ReturnsView($0, register: ledger.register, by: .deal, asOf: day("2022-01-15")) }
    #expect(views[0].groups.map(\.multiples) == views[1].groups.map(\.multiples))
    #expect(views[0].groups.map(\.rate) == views[1].groups.map(\.rate))
    #expect(views[0].valuations == views[1].valuations)
    #expect(views[0].total.rate == views[1].total.rate)
  }
}
