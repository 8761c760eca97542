import LedgerCore
import Portfolio
import ReportDocument

/// Lines of budget execution as a table (report K of DOMAIN §7).
struct ExecutionTable {
  let base: Commodity
  let year: StatementYear

  /// The columns after the key.
  private var columns: [Column] {
    [
      Column("original", Phrase("年初预算", "Original"), .money),
      Column("final", Phrase("调整预算", "Adjusted"), .money),
      Column("actual", Phrase("决算数", "Actual"), .money),
      Column("execution", Phrase("占预算%", "Of budget"), .percent(decimals: 2)),
    ] + Comparison.columns(prior: year.isWhole ? Phrase("上年决算", "Year before") : .yearBefore)
  }

  /// Outlay by one key.
  func outlay(_ rows: ExecutionRows, by key: ExecutionRows.Key, names: (String) -> Phrase) throws(Diagnostic) -> Table {
    var table = Table(
      key.rawValue, title: key.title(year.year),
      columns: [
        Column("code", key == .programme ? Phrase("项目计划", "Programme") : Phrase("代码", "Code")),
        Column("name", Phrase("名称", "Name")),
      ] + columns)
    for (value, line) in rows.lines {
      let label: Cell = value.isEmpty ? .code("none", Phrase("未注明", "not stated")) : .text(value)
      table.rows.append(Row([label, .phrase(names(value))] + (try cells(line))))
    }
    table.rows.append(Row([.phrase(.total), .empty] + (try cells(rows.total)), role: .total))
    return table
  }

  private func cells(_ line: ExecutionRows.Line) throws(Diagnostic) -> [Cell] {
    [
      .money(line.original, base), .money(line.final, base), .money(line.actual.current, base),
      .percent(Ratio(line.actual.current, over: line.final)),
    ] + (try Comparison.cells(line.actual, base))
  }

  /// Income by account of the budget book; nothing was approved for it, so it has no budget and no rate.
  func income(_ current: BudgetYear, _ prior: BudgetYear) throws(Diagnostic) -> Table {
    var table = Table(
      "income", title: Phrase("收入：按科目", "Income by account"),
      columns: [
        Column("code", Phrase("代码", "Code")), Column("name", Phrase("名称", "Name")),
      ] + columns)
    var lines: [AccountID: (account: Account, actual: ComparedAmount)] = [:]
    for line in current.income { lines[line.account.id, default: (line.account, .init())].actual.current = line.amount }
    for line in prior.income { lines[line.account.id, default: (line.account, .init())].actual.prior = line.amount }
    var total = ComparedAmount()
    func cells(_ actual: ComparedAmount) throws(Diagnostic) -> [Cell] {
      [.empty, .empty, .money(actual.current, base), .empty] + (try Comparison.cells(actual, base))
    }
    for (account, actual) in lines.values.sorted(by: { $0.account.stands(before: $1.account) }) {
      try total.add(actual)
      let name = account.name.split(separator: ":").dropFirst().joined(separator: ":")
      table.rows.append(
        Row([.text(ExecutionTable.code(of: account)), .text(name.isEmpty ? account.name : name)] + (try cells(actual))))
    }
    if table.rows.isEmpty { return table }
    table.rows.append(Row([.phrase(.total), .empty] + (try cells(total)), role: .total))
    table.notes = [
      Phrase("收入未编列预算，只列决算数。", "No budget was approved for income; only actual amounts are shown.")
    ]
    return table
  }

  /// The class of the income (1030602) that the code of an account carries behind its own four digits.
  private static func code(of account: Account) -> String {
    account.code.count > 4 ? String(account.code.dropFirst(4)) : account.code
  }
}
