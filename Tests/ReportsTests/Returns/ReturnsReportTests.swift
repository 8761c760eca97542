import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("The returns report")
struct ReturnsReportTests {
  static let head = """
    programme 拨改投 from:2019-01-01
    party 甲
    party 乙
    party 丙
    2020-01-01 budget 2020/拨改投 1,000.00 CNY
    2021-01-01 budget 2021/拨改投 1,000.00 CNY
    2020-01-01 deal 甲/A party:甲 programme:拨改投 method:直接投资
    2020-01-01 deal 乙/A party:乙 programme:拨改投 method:直接投资
    2020-01-01 deal 丙/A party:丙 programme:拨改投 method:直接投资

    """

  func report(_ text: String, by grouping: Grouping = .deal, asOf: String) throws -> ReportDocument {
    try ReturnsReport(by: grouping, moment: Moment(asOf: day(asOf))).document(from: try books(Self.head + text))
  }

  /// The rate of a cell with its status, as `ok 0.1000`.
  func rate(_ cell: Cell) -> String {
    guard case .rate(let figure) = cell else { return "no rate" }
    guard let value = figure.value else { return figure.status }
    return "\(figure.status) \(Int((value * 10_000).rounded()))"
  }

  @Test("committed 800, paid 720, distributed 540, value 480 → PIC 0.90, DPI 0.75, RVPI 0.67, TVPI 1.42")
  func published() throws {
    let document = try report(
      """
      2020-01-02 commit 甲/A 800.00 CNY envelope:2020/拨改投
      2020-01-02 pay 甲/A 720.00 CNY share:30%
      2021-06-01 exit 甲/A 540.00 CNY part:50%
      2021-12-31 value 甲/A 480.00 CNY
      """, asOf: "2021-12-31")
    let table = try document.table("breakdown")
    #expect(try table.cell("甲/A", "pic").text(2) == "0.90")
    #expect(try table.cell("甲/A", "dpi").text(2) == "0.75")
    #expect(try table.cell("甲/A", "rvpi").text(2) == "0.67")
    #expect(try table.cell("甲/A", "tvpi").text(2) == "1.42")
    #expect(try table.cell("甲/A", "moic").text(2) == "1.42")
    #expect(try document.figure("tvpi").text(2) == "1.42")
    try table.expectFoots()
  }

  @Test("money that is put right a year later was never committed, as the multipliers have it")
  func correctedMoney() throws {
    let document = try report(
      """
      2020-01-02 pay 甲/A 60.00 CNY envelope:2020/拨改投 share:30%
      2021-01-10 adjust 甲/A 5.00 CNY detail:money
      """, asOf: "2021-12-31")
    let table = try document.table("breakdown")
    #expect(try table.cell("甲/A", "committed").minorUnits == 5_500)
    #expect(try table.cell("甲/A", "pic").text(2) == "1.00")
  }

  @Test("100 paid and 110 back after 365 days is 10 % a year; the total is reckoned from the flows of all deals")
  func rates() throws {
    let document = try report(
      """
      2021-01-01 pay 甲/A 100.00 CNY envelope:2021/拨改投 share:10%
      2022-01-01 exit 甲/A 110.00 CNY
      2021-01-01 pay 乙/A 300.00 CNY envelope:2021/拨改投 share:10%
      2022-01-01 exit 乙/A 300.00 CNY
      """, asOf: "2022-12-31")
    let table = try document.table("breakdown")
    #expect(rate(try table.cell("甲/A", "xirr")) == "ok 1000")
    #expect(rate(try table.cell("乙/A", "xirr")) == "ok 0")
    #expect(rate(try table.cell("合计", "xirr")) == "ok 250")
    #expect(try table.column("group") == [.text("甲/A"), .text("乙/A")])
  }

  @Test("a write-off of everything is a total loss of −100 %, not an undefined rate")
  func totalLoss() throws {
    let document = try report(
      """
      2020-02-01 pay 甲/A 100.00 CNY envelope:2020/拨改投 share:10%
      2021-06-01 writeoff 甲/A finding:破产
      2020-02-01 pay 乙/A 300.00 CNY envelope:2020/拨改投 share:10%
      """, asOf: "2021-12-31")
    let table = try document.table("breakdown")
    #expect(rate(try table.cell("甲/A", "xirr")) == "totalLoss -10000")
    #expect(try table.cell("甲/A", "residual").minorUnits == 0)
    #expect(try document.figure("lossByAmount") == .percent(Ratio(10_000, over: 40_000)))
    #expect(try document.figure("lossByCount") == .percent(Ratio(1, over: 2)))
  }

  @Test("under a year the rate is that of the period and says so")
  func period() throws {
    let document = try report(
      """
      2021-01-01 pay 甲/A 100.00 CNY envelope:2021/拨改投 share:10%
      2021-07-01 value 甲/A 110.00 CNY
      """, asOf: "2021-07-01")
    guard case .rate(let figure) = try document.figure("xirr") else { Issue.record("no rate"); return }
    #expect(abs((figure.value ?? 0) - 0.1) < 1e-9)
    #expect(figure.remark.en.contains("not annualised"))
  }

  @Test("never valued: the carrying amount stands in and is listed; an old valuation is listed with its age")
  func stale() throws {
    let document = try report(
      """
      2020-02-01 pay 甲/A 100.00 CNY envelope:2020/拨改投 share:10%
      2020-12-31 result 甲/A 200.00 CNY
      2020-02-01 pay 乙/A 300.00 CNY envelope:2020/拨改投 share:10%
      2020-06-30 value 乙/A 310.00 CNY
      2020-02-01 pay 丙/A 50.00 CNY envelope:2020/拨改投 share:10%
      2021-12-01 value 丙/A 60.00 CNY
      """, asOf: "2021-12-31")
    let listed = try document.table("staleValuations")
    #expect(try listed.column("deal") == [.text("甲/A"), .text("乙/A")])
    #expect(try listed.cell("甲/A", "value").minorUnits == 12_000)
    #expect(try listed.cell("甲/A", "basis").words == "carrying")
    #expect(try listed.cell("甲/A", "ageDays") == .integer(699) && listed.cell("甲/A", "valuedOn") == .empty)
    #expect(try listed.cell("乙/A", "ageDays") == .integer(549))
    #expect(try listed.cell("乙/A", "valuedOn") == .day(day("2020-06-30")))
  }

  @Test("a partial exit shrinks the last valuation without making it younger; later payments are added at cost")
  func valuationCarriedOn() throws {
    let document = try report(
      """
      2020-02-01 pay 甲/A 100.00 CNY envelope:2020/拨改投 share:10%
      2020-06-30 value 甲/A 200.00 CNY
      2021-09-01 exit 甲/A 30.00 CNY part:25%
      2021-10-01 pay 甲/A 40.00 CNY envelope:2021/拨改投
      """, asOf: "2021-12-31")
    #expect(try document.table("breakdown").cell("甲/A", "residual").minorUnits == 19_000)
    let listed = try document.table("staleValuations")
    #expect(try listed.cell("甲/A", "valuedOn") == .day(day("2020-06-30")))
  }

  @Test("a reversed valuation or payment vanishes from value, flows and vintage")
  func reversed() throws {
    let document = try report(
      """
      2020-02-01 pay 甲/A 100.00 CNY envelope:2020/拨改投 share:10% key:误付
      2020-03-01 reverse 误付 reason:录错
      2021-02-01 pay 甲/A 100.00 CNY envelope:2021/拨改投 share:10%
      2021-06-30 value 甲/A 130.00 CNY
      2021-07-30 value 甲/A 990.00 CNY key:误估
      2021-08-01 reverse 误估 reason:录错
      """, by: .vintage, asOf: "2021-12-31")
    let table = try document.table("breakdown")
    #expect(try table.column("group") == [.text("2021")])
    #expect(try table.cell("2021", "paidIn").minorUnits == 10_000)
    #expect(try table.cell("2021", "residual").minorUnits == 13_000)
  }

  @Test("an empty book has undefined multiples and no rate")
  func empty() throws {
    let document = try ReturnsReport().document(from: try books(""))
    #expect(try document.figure("tvpi") == .ratio(Ratio(0, over: 0)))
    #expect(rate(try document.figure("xirr")) == "undefined")
  }

  /// 100 paid, worth 120; a dividend of 10 lowers the valuation to 110 when it is declared, and comes a month later.
  private static let dividend = """
    2021-01-01 pay 甲/A 100.00 CNY envelope:2021/拨改投 share:10%
    2021-12-31 value 甲/A 120.00 CNY
    2022-04-01 declare 甲/A ours:10.00
    2022-04-01 value 甲/A 110.00 CNY
    2022-05-01 receive 甲/A 10.00 CNY

    """

  @Test("a dividend that is declared and not received is residual value: TVPI does not dip until it is received")
  func receivable() throws {
    for grouping in [Grouping.deal, .party, .programme, .vintage] {
      func tvpi(_ day: String) throws -> [String?] {
        let document = try report(Self.dividend, by: grouping, asOf: day)
        return try [document.figure("tvpi").text(2)] + document.table("breakdown").column("tvpi").map { $0.text(2) }
      }
      for day in ["2021-12-31", "2022-04-01", "2022-04-30", "2022-05-01"] {
        #expect(try tvpi(day).allSatisfy { $0 == "1.20" }, "\(grouping) \(day)")
      }
    }
    let between = try report(Self.dividend, asOf: "2022-04-30")
    #expect(try between.table("breakdown").cell("甲/A", "residual") == .money(12_000))
    #expect(between.notes.contains { $0.zh == "剩余价值含已宣告未收到的应收股利10.00元。" })
    #expect(try report(Self.dividend, asOf: "2022-05-01").notes.allSatisfy { !$0.zh.contains("应收股利") })
    #expect(try rate(between.figure("xirr")) != "no rate")
  }

  @Test("the dividend of a holding that was sold is still to come; a valuation from before it may still have it, and that is said")
  func receivableAlone() throws {
    let sold = try report(
      """
      2021-01-01 pay 甲/A 100.00 CNY envelope:2021/拨改投 share:10%
      2022-04-01 declare 甲/A ours:10.00
      2022-04-02 exit 甲/A 95.00 CNY
      """, asOf: "2022-04-30")
    #expect(try sold.table("breakdown").cell("甲/A", "residual") == .money(1000))
    #expect(try sold.figure("tvpi").text(2) == "1.05")
    let stale = try report(
      """
      2021-01-01 pay 甲/A 100.00 CNY envelope:2021/拨改投 share:10%
      2021-12-31 value 甲/A 120.00 CNY
      2022-04-01 declare 甲/A ours:10.00
      """, asOf: "2022-04-30")
    let note = try #require(stale.notes.first { $0.zh.hasPrefix("甲/A：") })
    for text in ["2021-12-31", "2022-04-01", "10.00"] { #expect(note.zh.contains(text) && note.en.contains(text), "\(text)") }
    #expect(note.en.hasPrefix("甲/A: "))
  }

  @Test("only what was declared after the valuation may be in it twice; what is named is no more than what is receivable")
  func receivableInValuation() throws {
    func named(_ text: String) throws -> [String] {
      try report("2021-01-01 pay 甲/A 100.00 CNY envelope:2021/拨改投 share:10%\n" + text, asOf: "2022-12-31").notes.map(\.zh)
        .filter { $0.hasPrefix("甲/A：") }
    }
    let text = """
      2021-06-01 declare 甲/A ours:7.00
      2021-12-31 value 甲/A 120.00 CNY
      2022-04-01 declare 甲/A ours:10.00

      """
    // 17 are receivable, and 7 of them were declared before the valuation saw the company.
    #expect(try named(text).count == 1 && named(text)[0].contains("未收到的10.00元"))
    // 12 came: 7 of the first and 5 of the second.
    #expect(try named(text + "2022-05-01 receive 甲/A 12.00 CNY\n")[0].contains("未收到的5.00元"))
    #expect(try named(text + "2022-06-30 value 甲/A 111.00 CNY\n").isEmpty)
    #expect(try named(text + "2022-05-01 receive 甲/A 17.00 CNY\n").isEmpty)
  }

  @Test("valuations link with the dividend receivable: no return is lost between declaration and receipt")
  func receivableTimeWeighted() throws {
    // 120 ÷ 100 in 364 days, then 110 + 10 on the day of the declaration: nothing changed; received a month later.
    let document = try report(Self.dividend + "2022-05-01 value 甲/A 110.00 CNY\n", asOf: "2022-05-01")
    let rates = try document.table("rates")
    guard case .rate(let figure) = try rates.cell("甲/A", "twr"), let value = figure.value else {
      Issue.record("no time-weighted return")
      return
    }
    // 1.2 over 485 days, per year.
    #expect(Int((value * 10_000).rounded()) == 1471)
  }
}
