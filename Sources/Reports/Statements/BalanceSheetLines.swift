import LedgerCore
import ReportDocument

/// The rows of a statement of two amounts, with their difference when it is asked for.
struct BalanceSheetLines {
  private(set) var table: Table
  private let commodity: Commodity
  private let compares: Bool

  /// Rows to be added to a table.
  init(_ table: Table, commodity: Commodity, compares: Bool) {
    self.table = table
    self.commodity = commodity
    self.compares = compares
  }

  /// Adds a class of accounts under its heading; nothing when there is none.
  mutating func add(_ lines: [AccountTree.Line], under heading: Phrase) throws(Diagnostic) {
    table.rows.append(Row([.phrase(heading)], role: .header))
    for line in lines {
      table.rows.append(
        Row([line.cell] + (try cells(line.amounts)), role: line.role, indent: line.level + 1))
    }
  }

  /// Adds a line of its own, known to machines by an id.
  mutating func add(
    _ label: Phrase, _ id: String, _ amounts: [Int64], role: Row.Role, indent: Int = 0
  ) throws(Diagnostic) {
    table.rows.append(Row([.code(id, label)] + (try cells(amounts)), role: role, indent: indent))
  }

  private func cells(_ amounts: [Int64]) throws(Diagnostic) -> [Cell] {
    let compared = ComparedAmount(current: amounts[1], prior: amounts[0])
    let shown = amounts.map { Cell.money($0, commodity) }
    return compares ? shown + (try Comparison.varianceCells(compared, commodity)) : shown
  }
}
