/// How an empty text is told from no text in a table, where both would be an empty cell, and a text from a formula.
enum CellText {
  /// The text of a cell for a value: an empty text is two quotation marks, one that begins as a formula has an apostrophe before it.
  static func cell(for text: String) -> String {
    let isMarks = text.utf8.allSatisfy { $0 == UInt8(ascii: "\"") }
    // Texts that are nothing but quotation marks get two more, so that each reads back to itself.
    return isMarks && text.utf8.count != 1 ? text + "\"\"" : FormulaText.guarded(FormulaText.doubled(text))
  }

  /// The value of a cell that is not empty.
  static func text(of cell: String) -> String {
    let isMarks = cell.utf8.allSatisfy { $0 == UInt8(ascii: "\"") }
    return isMarks && cell.utf8.count > 1 ? String(cell.dropLast(2)) : FormulaText.unguarded(cell)
  }
}
