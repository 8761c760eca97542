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
          Figure("cameBack", Phrase("累计收回（股权）", "Came back, as equity"), money(last.cameBackTotal)),
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

  /// A column of what happened in each year.
  private struct Flow {
    let column: Column
    /// Whether it is shown though nothing is in it.
    let isUsual: Bool
    let amount: (GrantComparison.Year) throws(MoneyOverflow) -> Int64
  }

  private var flowColumns: [Flow] {
    func usual(
      _ id: String, _ zh: String, _ en: String, _ amount: @escaping (GrantComparison.Year) throws(MoneyOverflow) -> Int64
    ) -> Flow { Flow(column: column(id, zh, en), isUsual: true, amount: amount) }
    func rare(_ id: String, _ zh: String, _ en: String, _ amount: @escaping (GrantComparison.Year) -> Int64) -> Flow {
      Flow(column: column(id, zh, en), isUsual: false, amount: amount)
    }
    return [
      usual("grantOutlay", "拨款：支出", "Grant outlay") { (year) throws(MoneyOverflow) in try year.paid() },
      usual("grantExpense", "拨款：费用", "Grant expense") { (year) throws(MoneyOverflow) in try year.paid() },
      usual("equityOutlay", "股权：支出", "Equity outlay") { (year) throws(MoneyOverflow) in try year.freshPaid() },
      usual("equityLosses", "股权：损失", "Equity losses") { (year) throws(MoneyOverflow) in year.losses },
      usual("equityIncome", "股权：收益", "Equity income") { (year) throws(MoneyOverflow) in year.income },
      rare("equityReserve", "股权：权益变动", "Other equity") { $0.reserve },
      rare("equityCorrected", "股权：差错更正", "Corrected") { $0.corrected },
      rare("equityBefore", "股权：建账前损益", "Earned before") { $0.earnedBefore },
      usual("cameBack", "股权：收回", "Came back") { (year) throws(MoneyOverflow) in year.cameBack },
      usual("fees", "股权：管理费", "Equity fees") { (year) throws(MoneyOverflow) in year.fees },
    ]
  }

  /// Outlay, expense, income and what came back, in each year; what is rare has a column where there is any.
  ///
  /// Income − losses + other equity + corrections + what was earned before the books − fees of all years are the effect on
  /// net assets.
  func flows() throws(Diagnostic) -> Table {
    var shown: [(column: Column, amounts: [Int64], total: Int64)] = []
    for flow in flowColumns {
      let amounts = try Diagnostic.onOverflow { () throws(MoneyOverflow) in
        var amounts: [Int64] = []
        for year in years { amounts.append(try flow.amount(year)) }
        return amounts
      }
      if !flow.isUsual && amounts.allSatisfy({ $0 == 0 }) { continue }
      var total: Int64 = 0
      for amount in amounts { try total.add(amount) }
      shown.append((flow.column, amounts, total))
    }
    var table = Table("flows", columns: [yearColumn] + shown.map(\.column))
    for (index, year) in years.enumerated() {
      table.rows.append(Row([.text("\(year.year)")] + shown.map { money($0.amounts[index]) }))
    }
    table.rows.append(Row([.phrase(.total)] + shown.map { money($0.total) }, role: .total))
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
        return [grant, try year.assets(), year.cameBackTotal, year.feesTotal, equity, try equity.minus(grant)].map(money)
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
