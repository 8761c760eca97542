import LedgerCore

/// Rows and typed columns.
///
/// The first column is the key of a row: it takes the indent, and is repeated when a table has to be folded to fit a
/// terminal. A table of several commodities has a column with the id `commodity`; without one, amounts that are not in
/// renminbi are shown with their code.
public struct Table: Hashable, Sendable {
  /// The stable machine name, unique among the tables and lists of the document.
  public var id: String
  /// The heading over the table; `.none` prints none.
  public var title: Phrase
  /// The columns, from left to right.
  public var columns: [Column]
  /// The rows, in order; a short row is filled with empty cells, cells beyond the last column are not shown.
  public var rows: TableRows
  /// Notes printed directly under the table.
  public var notes: [Phrase]

  /// The id of the column that names the commodity of a row.
  public static let commodityColumnID = "commodity"

  /// A table; rows may be added later.
  public init(_ id: String, title: Phrase = .none, columns: [Column], rows: [Row] = [], notes: [Phrase] = []) {
    self.id = id
    self.title = title
    self.columns = columns
    self.rows = TableRows(rows)
    self.notes = notes
  }

  /// Adds a row from its cells.
  public mutating func add(_ cells: Cell..., role: Row.Role = .body, indent: Int = 0) {
    rows.beginRow(role: role, indent: indent)
    for cell in cells { rows.add(cell) }
  }

  /// Whether a column says which commodity the amounts of a row are in.
  public var namesCommodity: Bool { columns.contains { $0.id == Table.commodityColumnID } }
}
