import LedgerCore
import ReportDocument

/// Finds totals that do not equal the sum of the rounded figures above them.
struct RoundingNote {
  /// What is printed under such a document.
  static let text = Phrase(
    "合计数与分项之和的差异为四舍五入所致。", "Totals may differ from the sum of parts because of rounding.")

  /// The unit that amounts are printed in.
  let unit: MoneyUnit
  /// Decimals of printed amounts.
  let decimals: Int

  /// The check for a way of printing.
  init(_ options: RenderOptions) {
    unit = options.unit
    decimals = options.unitDecimals
  }

  /// Whether a total of the document is exact but differs from its parts as printed.
  func isNeeded(in document: ReportDocument) -> Bool {
    unit != .yuan && document.tables.contains { isNeeded(in: $0) }
  }

  /// Whether a total of the table is exact but differs from its parts as printed.
  func isNeeded(in table: Table) -> Bool {
    guard unit != .yuan else { return false }
    return table.columns.indices.contains { index in
      table.columns[index].kind == .money && isNeeded(in: table.rows, column: index)
    }
  }

  /// A sum of amounts and the sum of the same amounts as printed.
  private struct Sum {
    var exact: Int128 = 0
    var printed: Int128 = 0

    mutating func add(_ other: Sum) {
      exact += other.exact
      printed += other.printed
    }

    /// Whether the exact figures agree while the printed ones do not.
    func differsOnlyInPrint(from total: Sum) -> Bool { exact == total.exact && printed != total.printed }
  }

  /// Whether a total of one column is exact but differs from its parts as printed.
  private func isNeeded(in rows: TableRows, column: Int) -> Bool {
    var sinceSubtotal = Sum()
    var sinceTotal = Sum()
    var outermost = Sum()
    var subtotals = Sum()
    for row in rows {
      guard column < row.cells.count, let amount = sum(of: row.cells[column]) else { continue }
      switch row.role {
      case .body:
        sinceSubtotal.add(amount)
        sinceTotal.add(amount)
        if row.indent == 0 { outermost.add(amount) }
      case .subtotal:
        if sinceSubtotal.differsOnlyInPrint(from: amount) { return true }
        subtotals.add(amount)
        sinceSubtotal = Sum()
      case .total:
        for parts in [sinceTotal, outermost, subtotals] where parts.differsOnlyInPrint(from: amount) { return true }
        (sinceSubtotal, sinceTotal, outermost, subtotals) = (Sum(), Sum(), Sum(), Sum())
      case .header, .result, .blank: break
      }
    }
    return false
  }

  /// An amount of renminbi, exact and as printed.
  private func sum(of cell: Cell) -> Sum? {
    guard case .money(let minorUnits, let commodity) = cell, commodity.isRenminbi else { return nil }
    return Sum(exact: Int128(minorUnits), printed: ScaledAmount(minorUnits, commodity, unit, decimals).value)
  }
}
