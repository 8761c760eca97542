import LedgerCore
import ReportDocument

/// The columns of a statement of flows: the period, the year so far, and the year before with difference and change.
struct StatementColumns {
  /// The period of the statement.
  let period: StatementPeriod
  /// What the amounts are in.
  let commodity: Commodity
  /// Whether the year before stands beside the year.
  let compares: Bool

  /// How many amounts a line has: period, year so far, year before.
  static let width = 3

  /// The columns, the item first.
  var all: [Column] {
    [
      Column("item", Phrase("项目", "Item")), Column("period", period.title, .money),
      Column("yearToDate", .yearToDate, .money),
    ] + (compares ? Comparison.columns() : [])
  }

  /// Adds the lines of a tree under a heading.
  func add(_ tree: AccountTree, under heading: Phrase, to table: inout Table) throws(Diagnostic) {
    let lines = tree.lines
    if lines.isEmpty { return }
    table.rows.append(Row([.phrase(heading)], role: .header))
    for line in lines {
      table.rows.append(
        Row([line.cell] + (try cells(line.amounts)), role: line.role, indent: line.level + 1))
    }
  }

  /// Adds a line that machines know by an id.
  func add(
    _ label: Phrase, _ id: String, _ amounts: [Int64], role: Row.Role, indent: Int = 0, to table: inout Table
  ) throws(Diagnostic) {
    table.rows.append(Row([.code(id, label)] + (try cells(amounts)), role: role, indent: indent))
  }

  private func cells(_ amounts: [Int64]) throws(Diagnostic) -> [Cell] {
    let shown = amounts.prefix(2).map { Cell.money($0, commodity) }
    guard compares else { return shown }
    return shown + (try Comparison.cells(ComparedAmount(current: amounts[1], prior: amounts[2]), commodity))
  }
}
