import Analytics
import LedgerCore
import Portfolio
import ReportDocument
import Seeds
import Testing

@testable import Reports

@Suite("bgt returns --explain")
struct ReturnsExplainTests {
  private static let life = """
    2020-01-10 commit 甲/A 120.00 CNY envelope:2020/拨改投 doc:协议1
    2020-01-16 pay 甲/A 100.00 CNY share:10% doc:凭证1
    2020-02-01 refund 甲/A 10.00 CNY envelope:2020/拨改投 doc:退回
    2021-01-15 value 甲/A 120.00 CNY doc:评估1
    2021-01-15 exit 甲/A 60.00 CNY part:50% doc:批复
    2021-06-01 pay 甲/A 5.00 CNY envelope:2021/拨改投 key:错
    2021-06-02 reverse 错 reason:误记
    2022-01-15 value 甲/A 66.00 CNY doc:评估2

    """

  private func explain(_ name: String, by grouping: Grouping = .deal, _ text: String, asOf: String) throws -> ReportDocument {
    try ReturnsExplainReport(name, by: grouping, moment: Moment(asOf: day(asOf))).document(
      from: try books(ReturnsReportTests.head + text))
  }

  /// The flows of a table, from which a reader reckons again.
  private func flows(_ table: Table) throws -> [CashFlow] {
    let dates = try table.column("date").map { if case .day(let day) = $0 { day } else { Day.never } }
    return zip(dates, try table.amounts("amount")).map { CashFlow($0, $1) }
  }

  @Test("every flow has its day, event and document; the figures follow from the lines alone")
  func lines() throws {
    let document = try explain("甲/A", Self.life, asOf: "2022-02-14")
    let table = try document.table("flows")
    #expect(try table.column("date").map(\.words) == ["2020-01-16", "2020-02-01", "2021-01-15", "2022-02-14"])
    #expect(try table.amounts("amount") == [-10_000, 1000, 6000, 6600])
    #expect(try table.column("what").map(\.words) == ["paidIn", "paidIn", "distributed", "residual"])
    #expect(try table.column("document").map(\.words) == ["凭证1", "退回", "批复", nil])
    #expect(try table.column("event").dropLast().allSatisfy { $0.words?.hasPrefix("#") == true })
    let rate = InternalRate.xirr(of: try flows(table))
    #expect(try document.figure("xirr") == .rate(rate.figure) && rate.status == .ok)
    // Discounted at that rate the lines come to nothing, but for a fen of rounding.
    #expect(abs(try table.amounts("present").reduce(0, +)) <= 2)
    #expect(try document.figure("paidIn") == .money(9000) && document.figure("paidInDifference") == .money(0))
    #expect(try document.figure("distributed") == .money(6000) && document.figure("distributedDifference") == .money(0))
  }

  @Test("the residual value names its valuation and how old that is; what was reversed is listed as left out")
  func basis() throws {
    let document = try explain("甲/A", Self.life, asOf: "2022-02-14")
    let residual = try document.table("residuals")
    #expect(try residual.cell("甲/A", "value") == .money(6600) && residual.cell("甲/A", "ageDays") == .count(30))
    let event = try #require(try residual.cell("甲/A", "event").words)
    let sequence = try #require(Int64(event.dropFirst()))
    let ledger = try books(ReturnsReportTests.head + Self.life)
    #expect(try ledger.origin(of: sequence)?.document == "评估2")
    #expect(try document.table("committed").cell("甲/A", "committed") == .money(12_000))
    let left = try document.table("leftOut")
    #expect(try left.column("reason").map(\.words) == ["reversed", "reversed"] && left.amounts("amount").map(abs) == [500, 500])
  }

  @Test("a fee that names no deal is listed with its event, what it was and the share that the deal bears")
  func feeShares() throws {
    let text = """
      2021-01-01 pay 甲/A 100.00 CNY envelope:2021/拨改投 share:10%
      2021-01-01 pay 乙/A 300.00 CNY envelope:2021/拨改投 share:10%
      2021-03-01 fee 拨改投 1.00 CNY envelope:2021/拨改投 deal:甲/A
      2021-03-01 fee 拨改投 10.00 CNY envelope:2021/拨改投

      """
    let table = try explain("甲/A", text, asOf: "2021-12-31").table("fees")
    #expect(try table.amounts("amount") == [100, 250] && table.amounts("paid") == [100, 1000])
    #expect(try table.column("share") == [.empty, .percent(Ratio(10_000, over: 40_000))])
    let events = try table.column("events").map(\.words)
    #expect(events.count == 2 && events[0] != events[1] && events.allSatisfy { $0?.contains(" ") == false })
    #expect(try table.amounts("amount", role: .total) == [350])
  }

  @Test("a group by any breakdown is explained with the deals behind it, and a stranger is refused with what there is")
  func groups() throws {
    let other = "2021-01-15 pay 乙/A 30.00 CNY envelope:2021/拨改投 share:10%\n"
    let document = try explain("2021", by: .vintage, Self.life + other, asOf: "2022-02-14")
    #expect(try document.table("flows").amounts("amount") == [-3000, 3000])
    let whole = try explain("合计", by: .none, Self.life + other, asOf: "2022-02-14").table("flows")
    #expect(try explain("Total", by: .none, Self.life + other, asOf: "2022-02-14").table("flows") == whole)
    #expect(try whole.column("deal").map(\.words) == ["甲/A", "甲/A", "甲/A", "乙/A", nil])
    #expect(throws: Diagnostic.self) { try explain("2019", by: .vintage, Self.life + other, asOf: "2022-02-14") }
    #expect(throws: Diagnostic.self) { try explain("甲/Z", Self.life, asOf: "2022-02-14") }
  }

  @Test("of random books every deal's lines are its flows, and give its rate", arguments: ReturnsPropertyTests.seeds)
  func random(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 150)
    let last = try ledger.cutOff(at: .latest)
    let facts = try ledger.facts(at: .latest, of: ReturnsView.measures)
    for grouping in [Grouping.deal, .vintage, .party] {
      let view = try ReturnsView(facts, register: ledger.register, by: grouping, asOf: last)
      for (place, group) in view.byGroup.groups.enumerated() {
        guard let group else { continue }
        let explanation = ReturnsExplanation(of: place, view, facts, ledger.register)
        let sums = try explanation.sums()
        #expect(sums.paidIn == group.multiples.paidIn && sums.distributed == group.multiples.distributed, "seed \(seed)")
        let lines = explanation.flows.map { CashFlow($0.day, $0.amount) }
        let rate = InternalRate.xirr(of: lines.isEmpty ? [] : lines + [CashFlow(last, group.multiples.residualValue)])
        #expect(rate == group.rate, "seed \(seed) \(grouping) \(place)")
      }
    }
  }
}
