import LedgerCore
import Portfolio
import ReportDocument

/// The cash-flow statement (现金流量表): what changed the money in the treasury and at the holder, by activity.
///
/// Money moved between the two is no flow. What no event of the programme explains is other money; opening, net and
/// closing therefore foot to the fen.
public struct CashFlowStatementReport: Sendable {
  /// The two times of the question; its day is the last of the period.
  public var moment: Moment
  /// First day of the period; nil for the beginning of the last day's month.
  public var from: Day?
  /// Whether the year before stands beside the year, with difference and change.
  public var compares: Bool

  /// The report with its options.
  public init(moment: Moment = .latest, from: Day? = nil, compares: Bool = true) {
    self.moment = moment
    self.from = from
    self.compares = compares
  }

  /// The statement as a document; tables `cashFlow`, `cash` and `transfers` with the columns `item`, `period`,
  /// `yearToDate`, `prior`, `difference`, `change`.
  ///
  /// - Throws: `badUsage` for a period that ends before it begins, `sumOverflow`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let period = try StatementPeriod(source, from: from, moment: moment)
    var document = try ReportFrame(source: source, moment: moment, from: period.from).document(
      "cashFlowStatement", title: Phrase("现金流量表", "Cash-flow statement"),
      definitions: [
        Phrase(
          "收入为正、支出为负；现金为国库存款和受托机构专户（其他财政存款），两者之间的划转互相抵销；收回本金以转出的投资成本为限；"
            + "普通凭证的收支列入其他",
          "receipts are positive, payments negative; cash is the treasury and the holder's account, money moved between "
            + "them cancels; principal recovered is limited to the cost taken out; plain vouchers are other money")
      ])
    let view = try CashFlowView(source, period)
    let columns = StatementColumns(period: period, commodity: source.register.base, compares: compares)
    var blocks: [Block] = []
    // Books without money of the base commodity have nothing in this statement.
    if !view.holdings.isEmpty || view.isOfBase {
      blocks = [.table(try flows(view, columns)), .table(try cash(view, columns))]
      let transfers = try transfers(view, columns)
      if !transfers.rows.isEmpty { blocks.append(.table(transfers)) }
    }
    document.sections = [Section("cashFlowStatement", blocks: blocks)]
    if view.holdings.isEmpty { document.notes.append(.nothingToShow) }
    return document
  }

  private func flows(_ view: CashFlowView, _ columns: StatementColumns) throws(Diagnostic) -> Table {
    var table = Table("cashFlow", columns: columns.all)
    var net = Array(repeating: Int64(0), count: StatementColumns.width)
    for part in CashFlowLine.Part.allCases {
      table.rows.append(Row([.code(part.rawValue, part.heading)], role: .header))
      var sum = Array(repeating: Int64(0), count: StatementColumns.width)
      for line in CashFlowLine.allCases where line.part == part {
        let amounts = view.sums.map { $0[line] }
        for index in sum.indices { try sum[index].add(amounts[index]) }
        if amounts.allSatisfy({ $0 == 0 }) { continue }
        try columns.add(line.label, line.rawValue, amounts, role: .body, indent: 1, to: &table)
      }
      for index in net.indices { try net[index].add(sum[index]) }
      try columns.add(part.net, part.rawValue + "Net", sum, role: .subtotal, to: &table)
    }
    try columns.add(Phrase("现金净增加额", "Net change in cash"), "net", net, role: .total, to: &table)
    let (opening, closing) = (try view.total(\.opening), try view.total(\.closing))
    try columns.add(Phrase("期初现金余额", "Opening cash"), "opening", opening, role: .result, to: &table)
    try columns.add(Phrase("期末现金余额", "Closing cash"), "closing", closing, role: .result, to: &table)
    var residual = closing
    for index in residual.indices {
      try residual[index].add(0 &- opening[index])
      try residual[index].add(0 &- net[index])
    }
    if residual.contains(where: { $0 != 0 }) {
      try columns.add(Phrase("差额", "Residual"), "residual", residual, role: .result, to: &table)
    }
    return table
  }

  /// What stands on each money account at the end.
  private func cash(_ view: CashFlowView, _ columns: StatementColumns) throws(Diagnostic) -> Table {
    var table = Table("cash", title: Phrase("期末现金构成", "Cash at the end"), columns: columns.all)
    for holding in view.holdings {
      try columns.add(.plain(holding.account.name), holding.account.name, holding.closing, role: .body, to: &table)
    }
    try columns.add(.total, "total", try view.total(\.closing), role: .total, to: &table)
    return table
  }

  /// Money moved between the treasury and the holder, which cancels.
  private func transfers(_ view: CashFlowView, _ columns: StatementColumns) throws(Diagnostic) -> Table {
    var table = Table(
      "transfers", title: Phrase("内部划转（已抵销，不影响现金合计）", "Money moved within cash, which cancels"),
      columns: columns.all)
    let lines: [(String, Phrase, [Int64])] = [
      ("remitted", Phrase("受托机构缴入国库", "Remitted by the holder"), view.sums.map(\.remitted)),
      ("advanced", Phrase("国库拨入受托机构专户", "Advanced to the holder"), view.sums.map(\.advanced)),
    ]
    for (id, label, amounts) in lines where amounts.contains(where: { $0 != 0 }) {
      try columns.add(label, id, amounts, role: .body, to: &table)
    }
    return table
  }
}
