/// One row of a table in text; it may run over several lines when a quoted cell holds line breaks.
public struct CSVRecord: Hashable, Sendable {
  public var cells: [CSVCell]
  /// The line that it begins on, from 1.
  public var line: Int

  /// Whether no cell says anything.
  public var isBlank: Bool { cells.allSatisfy { $0.text.isEmpty } }
}
