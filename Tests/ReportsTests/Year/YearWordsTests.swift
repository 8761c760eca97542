import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("What the yearly report says of what is missing, exceeded or valued in part")
struct YearWordsTests {
  private func words(_ document: ReportDocument, _ language: Language) -> String {
    document.sections.flatMap(\.blocks).map { block in
      guard case .statement(let statement) = block else { return "" }
      return statement[language].map { if case .words(let words) = $0 { words } else { "·" } }.joined()
    }.joined()
  }

  @Test("the summary says that an envelope was exceeded, by how much and with whose leave")
  func exceptions() throws {
    let journal = """
      programme 拨改投 from:2022-01-01
      party 力得 kind:company
      2022-01-20 budget 2022/拨改投 10,000,000.00 CNY
      2022-02-01 deal 力得/A party:力得 programme:拨改投 method:direct
      2022-06-15 pay 力得/A 12,000,000.00 CNY envelope:2022/拨改投 override:抢抓窗口期 authorised:市长办公会
      """
    let document = try YearReport(year: 2022).document(from: books(journal))
    #expect(words(document, .zh).contains("有1项例外超出指标或上限，超出金额·，其中经授权1项"))
    #expect(words(document, .en).contains("exceeded 1 time, by ·; 1 of them with an authorisation"))
    #expect(!words(try YearReport(year: 2022).document(from: books(twoYears)), .zh).contains("例外"))
  }

  @Test("M1 is called in the summary what the tables call it")
  func nameOfM1() throws {
    let document = try YearReport(year: 2022).document(from: books(twoYears))
    #expect(words(document, .zh).contains("社会资本放大倍数（M1）") && words(document, .en).contains("the social capital multiplier (M1)"))
  }

  @Test("fair values have a total only where all holdings are valued; the summary says what its own rests on")
  func fairValue() throws {
    let partly = try YearReport(year: 2022).document(from: books(twoYears))
    let table = try partly.table("positions")
    #expect(try table.column("fairValue", role: .total) == [.empty])
    #expect(table.notes.first?.zh.contains("有估值的 1 个（共 3 个，合计6,200,000.00元）") == true)
    #expect(words(partly, .zh).contains("公允价值·（3 个项目中 1 个有估值，其余取账面余额）"))
    let valued =
      twoYears + """

        2022-12-31 value 时风/A 2,000,000.00 CNY
        2022-12-31 value 母基金/1 20,000,000.00 CNY
        """
    let whole = try YearReport(year: 2022).document(
      from: books(
        valued.split(separator: "\n").sorted { one, other in
          // Events in the order of their days, declarations first.
          let days = [one, other].map { $0.first?.isNumber == true ? $0.prefix(10) : "" }
          return days[0] < days[1]
        }.joined(separator: "\n")))
    #expect(try whole.table("positions").amounts("fairValue", role: .total) == [2_820_000_000])
    #expect(try whole.table("positions").notes.isEmpty)
  }

  @Test("what was paid without a commitment before it was committed, in every table")
  func committed() throws {
    let document = try YearReport(year: 2022).document(from: books(twoYears))
    let investments = try document.table("investments")
    #expect(try investments.amounts("committed") == investments.amounts("cumulative"))
    #expect(try investments.amounts("committed", role: .total) == document.table("agreements").amounts("committed", role: .total))
  }

  @Test("a year without envelopes has sentences where it has nothing, its reconciliation too, and no table without a line")
  func nothing() throws {
    let journal = """
      programme 拨改投 from:2019-01-01
      party 力得 kind:company
      2020-01-20 budget 2020/拨改投 10,000,000.00 CNY
      2020-02-01 deal 力得/A party:力得 programme:拨改投 method:direct
      2020-06-15 pay 力得/A 2,000,000.00 CNY envelope:2020/拨改投
      2020-12-31 lapse 2020/拨改投 8,000,000.00 CNY
      2022-12-31 value 力得/A 2,500,000.00 CNY
      """
    let document = try YearReport(year: 2022, hasAppendices: true).document(from: books(journal))
    for table in document.tables { #expect(table.rows.contains { $0.role == .body || $0.role == .result }, "\(table.id)") }
    for section in document.sections { #expect(!section.blocks.isEmpty, "\(section.id)") }
    let reconcile = try #require(document.sections.first { $0.id == "reconcile" })
    #expect(reconcile.blocks == [.note(Phrase("2022 年度没有预算指标，无须三方对账。", "There are no envelopes of 2022 to reconcile."))])
    #expect(words(document, .zh).contains("本年度没有预算指标，无须三方对账。"))
    #expect(!document.notes.contains(.nothingToShow), "a note at the end would deny the whole report")
  }

  @Test("what each indicator means stands under the performance table")
  func definitions() throws {
    let document = try YearReport(year: 2022).document(from: books(twoYears))
    guard case .phrase(let definition) = try document.figure("evidence-share") else {
      Issue.record("no definition")
      return
    }
    #expect(definition.zh.contains("L13"))
  }

  @Test("the J-curve has every year up to that of the report, also those without a flow")
  func curve() throws {
    let journal = """
      programme 拨改投 from:2012-01-01
      party 甲 kind:company
      2015-01-05 budget 2015/拨改投 10,000,000.00 CNY
      2015-02-01 deal 甲/A party:甲 programme:拨改投 method:direct
      2015-03-15 pay 甲/A 5,000,000.00 CNY envelope:2015/拨改投
      2015-12-31 lapse 2015/拨改投 5,000,000.00 CNY
      2019-03-15 declare 甲/A ours:300,000.00
      2019-04-15 receive 甲/A 300,000.00 CNY
      """
    let document = try ReturnsReport(by: .vintage, moment: Moment(asOf: day("2021-12-31"))).document(from: books(journal))
    let chart = document.sections.flatMap(\.blocks).compactMap { if case .chart(let chart) = $0 { chart } else { nil } }.first {
      $0.id == "curve"
    }
    #expect(chart?.categories.map(\.zh) == ["2015", "2016", "2017", "2018", "2019", "2020", "2021"])
    #expect(chart?.series.first?.values == ([-500, -500, -500, -500, -470, -470, -470] as [Int64]).map { Cell.money($0 * 1_000_000) })
  }
}
