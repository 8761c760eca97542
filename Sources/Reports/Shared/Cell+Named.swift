import LedgerCore
import ReportDocument

extension Cell {
  /// The words of a label in both languages.
  var phrase: Phrase {
    switch self {
    case .text(let text): .plain(text)
    case .code(_, let phrase), .phrase(let phrase): phrase
    default: .none
    }
  }

  /// Whether a label is what somebody calls it, as machines or people see it.
  func isNamed(_ name: String) -> Bool {
    if case .code(let code, _) = self, code == name { return true }
    return phrase.zh == name || phrase.en == name
  }
}
