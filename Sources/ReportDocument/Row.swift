/// One row of a table.
public struct Row: Hashable, Sendable {
  /// What part a row plays; decides its looks, and whether formats for machines write it.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// A line of data.
    case body
    /// The heading of the lines below it; CSV carries it in a column `group`.
    case header
    /// A sum of lines above, since the last subtotal; left out of CSV, so that a column can be summed.
    case subtotal
    /// A sum of all lines above, since the last total; left out of CSV.
    case total
    /// A line that follows from those above but is data in its own right, such as a closing balance: looks like a
    /// total, is written to CSV, and does not count as a part of one.
    case result
    /// An empty line; only for the eye.
    case blank
  }

  /// The values, one a column.
  public var cells: [Cell]
  /// What part the row plays.
  public var role: Role
  /// How deep the first cell is indented, in levels.
  public var indent: Int

  /// A row from its cells.
  public init(_ cells: [Cell], role: Role = .body, indent: Int = 0) {
    self.cells = cells
    self.role = role
    self.indent = indent
  }

  /// An empty line.
  public static let blank = Row([], role: .blank)
}
