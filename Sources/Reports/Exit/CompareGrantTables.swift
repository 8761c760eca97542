import LedgerCore
import Portfolio
import ReportDocument

/// The parts of the comparison of grant and equity.
struct CompareGrantTables {
  let years: [GrantComparison.Year]
  let base: Commodity

  private func money(_ amount: Int64) -> Cell { .money(amount, base) }

  /// A column of amounts.
  private func column(_ id: String, _ zh: String, _ en: String) -> Column { Column(id, Phrase(zh, en), .money) }

  private let yearColumn = Column("year", Phrase("年度", "Year"))

  /// Computes rows; a sum that leaves 64 bits is a diagnostic.
  private func rows(
    _ cells: (GrantComparison.Year) throws(MoneyOverflow) -> [Cell]
  ) throws(Diagnostic) -> [Row] {
    var rows: [Row] = []
    for year in years {
      let own = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try cells(year) }
      rows.append(Row([.text("\(year.year)")] + own))
    }
    return rows
  }

  /// How both stand at the end.
  func summary(_ last: GrantComparison.Year) throws(Diagnostic) -> FigureList {
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      let paid = try last.paidTotal()
      let cost = try last.cost()
      return FigureList(
        "summary",
        [
          Figure("paid", Phrase("累计投入", "Paid in"), money(paid)),
          Figure("fees", Phrase("累计管理费（股权）", "Management fees, as equity"), money(last.feesTotal)),
          Figure("cameBack", Phrase("累计收回（股权）", "Came back, as equity"), money(last.total.cameBackEver)),
          Figure("residual", Phrase("剩余价值（股权）", "Residual value, as equity"), money(last.residual)),
          Figure("grantCost", Phrase("净成本：拨款", "Net cost, grant"), money(paid)),
          Figure("equityCost", Phrase("净成本：股权", "Net cost, equity"), money(cost)),
          Figure("saving", Phrase("股权比拨款节省", "Saved by equity"), money(try paid.minus(cost))),
          Figure("drawnIn", Phrase("引入他方资本", "Drawn in, equity of others"), money(last.drawnIn)),
          Figure("loans", Phrase("跟进贷款", "Bank loans that followed"), money(last.loans)),
          Figure(
            "grantPerYuan", Phrase("每元成本：拨款", "Cost per yuan, grant"), .ratio(Ratio(paid, over: last.drawnIn)), decimals: 4),
          Figure(
            "equityPerYuan", Phrase("每元成本：股权", "Cost per yuan, equity"), .ratio(Ratio(cost, over: last.drawnIn)),
            decimals: 4),
        ])
    }
  }

  /// Outlay, expense, income and what came back, in each year.
  func flows() throws(Diagnostic) -> Table {
    var table = Table(
      "flows",
      columns: [
        yearColumn, column("grantOutlay", "拨款：支出", "Grant outlay"), column("grantExpense", "拨款：费用", "Grant expense"),
        column("equityOutlay", "股权：支出", "Equity outlay"), column("equityLosses", "股权：损失", "Equity losses"),
        column("equityIncome", "股权：收益", "Equity income"), column("cameBack", "股权：收回", "Came back"),
        column("fees", "股权：管理费", "Equity fees"),
      ])
    table.rows = TableRows(
      try rows { (year) throws(MoneyOverflow) in
        let paid = try year.paid()
        return [paid, paid, year.freshPaid, year.losses, year.income, year.cameBack, year.fees].map(money)
      })
    var totals = Array(repeating: Int64(0), count: 7)
    for year in years {
      let paid = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try year.paid() }
      let amounts = [paid, paid, year.freshPaid, year.losses, year.income, year.cameBack, year.fees]
      for index in totals.indices { try totals[index].add(amounts[index]) }
    }
    table.rows.append(Row([.phrase(.total)] + totals.map(money), role: .total))
    return table
  }

  /// What stands in net assets at the end of each year.
  func netAssets() throws(Diagnostic) -> Table {
    var table = Table(
      "netAssets",
      columns: [
        yearColumn, column("grant", "拨款", "Grant"), column("assets", "账面余额与应收", "Carrying, receivable"),
        column("cameBackTotal", "累计收回", "Came back"), column("feesTotal", "累计管理费", "Fees"),
        column("equity", "股权", "Equity"),
        column("difference", "股权−拨款", "Equity − grant"),
      ])
    table.rows = TableRows(
      try rows { (year) throws(MoneyOverflow) in
        let grant = try Int64(0).minus(try year.paidTotal())
        let equity = try year.netAssets()
        return [grant, try year.assets(), year.total.cameBackEver, year.feesTotal, equity, try equity.minus(grant)].map(money)
      })
    return table
  }

  /// Net cost and others' money at the end of each year, and their ratio.
  func cost() throws(Diagnostic) -> Table {
    var table = Table(
      "cost",
      columns: [
        yearColumn, column("drawnIn", "引入他方资本", "Drawn in"), column("grantCost", "净成本：拨款", "Grant cost"),
        column("equityCost", "净成本：股权", "Equity cost"),
        Column("grantPerYuan", Phrase("每元：拨款", "Per yuan, grant"), .ratio(decimals: 4)),
        Column("equityPerYuan", Phrase("每元：股权", "Per yuan, equity"), .ratio(decimals: 4)),
      ])
    table.rows = TableRows(
      try rows { (year) throws(MoneyOverflow) in
        let (paid, cost) = (try year.paidTotal(), try year.cost())
        return [
          money(year.drawnIn), money(paid), money(cost), .ratio(Ratio(paid, over: year.drawnIn)),
          .ratio(Ratio(cost, over: year.drawnIn)),
        ]
      })
    return table
  }
}
