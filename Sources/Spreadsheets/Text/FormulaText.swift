/// Texts that a spreadsheet would take for a formula when it opens a table in text.
///
/// An apostrophe before them keeps any program from reckoning with or running them; it is taken off when the table is read.
enum FormulaText {
  private static let starts: Set<UInt8> = Set("=+-@".utf8)

  /// A text as a table in text has it: with an apostrophe where it begins as a formula does.
  static func guarded(_ text: String) -> String { text.utf8.first.map(starts.contains) == true ? "'" + text : text }

  /// A text of a cell without the apostrophe that guards it.
  static func unguarded(_ cell: String) -> String { isGuarded(cell) ? String(cell.dropFirst()) : cell }

  /// A text that has apostrophes of its own where a guard would stand, with one more.
  static func doubled(_ text: String) -> String { isGuarded(text) ? "'" + text : text }

  /// Whether a text begins with apostrophes and then as a formula does.
  private static func isGuarded(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "'"), let byte = text.utf8.first(where: { $0 != UInt8(ascii: "'") }) else { return false }
    return starts.contains(byte)
  }
}
