import JournalText
import LedgerCore

/// The text of a statement in XML or SGML with its name, for places and their lines in messages.
struct StatementMarkup {
  let name: String
  /// UTF-8.
  let text: [UInt8]
  /// Decimals and code of the account's commodity.
  let commodity: Commodity

  /// What is wrong on a line.
  func failure(
    _ code: DiagnosticCode, _ sentence: Wording, line: Int, hint: Wording, severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    let lineText = TextLines.line(line, of: text)
    // Some files are one line without end.
    let position = SourcePosition(
      file: name, line: line, column: 1, lineText: lineText.utf8.count <= 200 ? lineText : "")
    return Diagnostic(code, sentence, hint: hint, at: position, severity: severity)
  }

  /// The amount of an element; nil for what is none.
  func amount(_ element: MarkupElement) -> Int64? { StatementCells.amount(element.text, scale: commodity.scale) }

  /// Texts joined, each once, empty ones left out; of a batch of many the first ones.
  static func joined(_ texts: [String?]) -> String {
    var parts: [String] = []
    for case let text? in texts where !text.isEmpty && !parts.contains(text) {
      parts.append(text)
      if parts.count == partsMax { break }
    }
    return parts.joined(separator: " ")
  }

  private static let partsMax = 12
}
