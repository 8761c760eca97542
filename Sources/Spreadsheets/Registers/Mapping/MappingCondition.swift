/// One expression of an `if` block: of a whole row, or of the cell under a heading.
struct MappingCondition {
  /// The heading, or the number of the column, whose cell is looked at; nil for the whole row.
  let heading: String?
  /// The regular expression; case means nothing.
  let expression: Regex<AnyRegexOutput>
  /// Whether it must hold together with the one before it.
  let isAnd: Bool
  /// Whether it must not match.
  let isNot: Bool

  /// Whether a row matches.
  func matches(_ row: SheetRow, _ table: some MappedTable, _ groups: inout [String]) -> Bool {
    let text: String
    if let heading {
      text = MappingTemplate.column(named: heading, in: table).flatMap { table.cell($0, of: row, repeats: true)?.text } ?? ""
    } else {
      text = row.cells.map(\.text).joined(separator: ",")
    }
    guard let match = try? expression.firstMatch(in: text) else { return isNot }
    if groups.isEmpty { groups = match.output.dropFirst().map { $0.substring.map(String.init) ?? "" } }
    return !isNot
  }
}
