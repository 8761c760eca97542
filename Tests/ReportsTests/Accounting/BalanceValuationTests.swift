import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Balances at what holdings are worth")
struct BalanceValuationTests {
  private let journal = """
    programme 拨改投 from:2019-01-01
    party 甲 kind:company region:371502
    party 乙 kind:company region:371503
    2021-01-20 budget 2021/拨改投 1亿元
    2021-03-01 deal 甲/A party:甲 programme:拨改投 method:直接投资
    2021-03-01 deal 乙/A party:乙 programme:拨改投 method:直接投资
    2021-03-02 pay 甲/A 500万元 envelope:2021/拨改投 share:10%
    2021-03-03 pay 乙/A 300万元 envelope:2021/拨改投 share:10%
    2021-12-31 value 甲/A 620万元
    2022-06-30 value 甲/A 700万元

    """

  private func document(_ valuation: BalanceValuation, _ change: (inout BalanceReport) -> Void = { _ in }) throws -> ReportDocument {
    var report = BalanceReport()
    report.valuation = valuation
    report.query = query(["股权投资"])
    change(&report)
    return try report.document(from: books(journal))
  }

  @Test(
    "at market the difference from the books is a line of its own below the account; what has no valuation stays as booked and is said so")
  func market() throws {
    let found = try document(.market)
    let table = try found.table("balance")
    #expect(try table.cell("股权投资:估值调整", "balance").minorUnits == 200_000_000)
    #expect(try table.amounts("balance", role: .total) == [1_000_000_000])
    let basis = try found.table("valuations")
    #expect(try basis.cell("甲/A", "valuedOn").words == "2022-06-30")
    #expect(try basis.cell("乙/A", "valuedOn").words == "none")
    #expect(try basis.cell("乙/A", "value").minorUnits == 300_000_000)
    try basis.expectFoots()
  }

  @Test("on a day only valuations up to it count; at cost there are none")
  func onDay() throws {
    #expect(try document(.on(day("2021-12-31"))).table("balance").amounts("balance", role: .total) == [920_000_000])
    #expect(try document(.on(day("2021-06-30"))).table("balance").amounts("balance", role: .total) == [800_000_000])
    let cost = try document(.cost)
    #expect(cost.tables.count == 1)
    #expect(try cost.table("balance").amounts("balance", role: .total) == [800_000_000])
  }

  /// Shares and dollars, with prices of both from different days on.
  private static let shares = """
    commodity 股 0
    2021-03-01 * 买入
        外币:证券   1000 股
        外币:过渡  -1000 股
        外币:过渡   1500.00 USD
        外币:存款  -1500.00 USD
    2021-06-30 quote 股 2.00 USD
    2021-12-31 quote 股 250 USD per:100
    2021-12-31 quote USD 696.46 CNY per:100
    2021-12-31 * 年末
        外币:过渡  1.00 USD
        外币:其他  -1.00 USD

    """

  private func shares(_ valuation: BalanceValuation, _ account: String, _ change: (inout BalanceReport) -> Void = { _ in }) throws
    -> ReportDocument
  {
    var report = BalanceReport()
    report.valuation = valuation
    report.query = query([account])
    change(&report)
    return try report.document(from: books(BalanceValuationTests.shares))
  }

  @Test("other commodities are shown in what their last price by the day is stated in; without one by then they stay as they are")
  func quotes() throws {
    func line(_ valuation: BalanceValuation, _ account: String) throws -> String {
      let table = try shares(valuation, account).table("balance")
      return "\(try table.cell(account, "balance").minorUnits ?? 0) \(try table.cell(account, "commodity").words ?? "")"
    }
    #expect(try line(.cost, "外币:证券") == "1000 股")
    #expect(try line(.on(day("2021-06-29")), "外币:证券") == "1000 股")
    #expect(try line(.on(day("2021-06-30")), "外币:证券") == "200000 USD")
    #expect(try line(.market, "外币:证券") == "250000 USD")
    #expect(try line(.on(day("2021-06-30")), "外币:存款") == "-150000 USD")
    // 1,500 × 6.9646.
    #expect(try line(.market, "外币:存款") == "-1044690 CNY")
    let used = try shares(.market, "外币").table("quotes")
    #expect(try used.cell("股", "quotedOn").words == "2021-12-31" && used.cell("USD", "price").minorUnits == 696_46)
    let unpriced = try shares(.on(day("2021-01-01")), "外币").table("quotes")
    #expect(try unpriced.cell("股", "quotedOn").words == "none")
  }

  @Test("by period the change of a priced commodity is valued at the end of the period; every price that was used is named")
  func quotedPeriods() throws {
    func amounts(_ accumulation: Accumulation) throws -> [Int64?] {
      let table = try shares(.market, "外币:证券") {
        $0.interval = Interval(.half)
        $0.accumulation = accumulation
      }.table("balance")
      return try table.columns.dropFirst(2).map { try table.cell("外币:证券", $0.id).minorUnits }
    }
    #expect(try amounts(.historical) == [200_000, 250_000])
    // Nothing moved in the second half, so it has no column.
    #expect(try amounts(.change) == [200_000])
    #expect(try amounts(.cumulative) == [200_000, 250_000])
    let used = try shares(.market, "外币:证券") { $0.interval = Interval(.half) }.table("quotes")
    #expect(try used.column("quotedOn").map(\.words) == ["2021-06-30", "2021-12-31"])
  }

  /// hledger's `--value=end` of the same: 10 at 8 are 80, −4 at 9 are −36; its `--cumulative`: 80, then 6 at 9.
  @Test("changes and sums of changes are valued as they are, without what was before revalued")
  func changesAtEnd() throws {
    let journal = """
      2020-06-30 * 期初
          外币:存款   5.00 USD
          外币:其他  -5.00 USD
      2020-12-31 quote USD 7.00 CNY
      2021-03-01 * 收
          外币:存款   10.00 USD
          外币:其他  -10.00 USD
      2021-12-31 quote USD 8.00 CNY
      2022-03-01 * 付
          外币:存款  -4.00 USD
          外币:其他   4.00 USD
      2022-12-31 quote USD 9.00 CNY

      """
    func amounts(_ accumulation: Accumulation) throws -> [Int64?] {
      var report = BalanceReport(moment: Moment(asOf: day("2022-12-31")), from: day("2021-01-01"))
      report.valuation = .market
      report.query = query(["外币:存款"])
      report.interval = Interval(.year)
      report.accumulation = accumulation
      let table = try report.document(from: books(journal)).table("balance")
      return try table.columns.dropFirst(2).map { try table.cell("外币:存款", $0.id).minorUnits }
    }
    #expect(try amounts(.change) == [8_000, -3_600])
    #expect(try amounts(.cumulative) == [8_000, 5_400])
    #expect(try amounts(.historical) == [12_000, 9_900])
  }

  @Test("by period each column is valued at its end, and changes are changes in value")
  func periods() throws {
    func totals(_ accumulation: Accumulation) throws -> [Int64] {
      let table = try document(.market) {
        $0.interval = Interval(.half); $0.accumulation = accumulation
      }.table("balance")
      return try table.columns.dropFirst(2).map { try table.amounts($0.id, role: .total).first ?? 0 }
    }
    #expect(try totals(.historical) == [800_000_000, 920_000_000, 1_000_000_000])
    #expect(try totals(.change) == [800_000_000, 120_000_000, 80_000_000])
  }

  @Test("as a tree the account above has the value; by region each region has its own")
  func layouts() throws {
    let tree = try document(.market) { $0.layout.isTree = true }.table("balance")
    #expect(try tree.cell("股权投资", "balance").minorUnits == 1_000_000_000)
    let region = try document(.market) { $0.layout.pivot = .region }.table("balance")
    #expect(try region.column("balance").map(\.minorUnits) == [700_000_000, 300_000_000])
    let flat = try document(.market) { $0.depth = 1 }.table("balance")
    #expect(try flat.column("balance").map(\.minorUnits) == [1_000_000_000])
  }

  @Test("a part of a holding is not valued, and the report says so; some postings of it are refused")
  func parts() throws {
    let journal = journal + "2021-12-31 result 甲/A 100万元\n"
    var report = BalanceReport()
    report.valuation = .market
    report.query = query(["投资成本"])
    let found = try report.document(from: books(journal))
    #expect(try found.table("balance").amounts("balance", role: .total) == [800_000_000])
    #expect(try found.table("valuations").notes.count == 1)
    let refused = #expect(throws: Diagnostic.self) { try document(.market) { $0.query = query(["text:出资"]) } }
    #expect(refused?.code == .valuationOfPostings)
  }

  @Test("other holdings are left alone when one deal is asked for")
  func oneDeal() throws {
    let table = try document(.market) { $0.query = query(["股权投资", "deal:甲"]) }.table("balance")
    #expect(try table.amounts("balance", role: .total) == [700_000_000])
  }
}
