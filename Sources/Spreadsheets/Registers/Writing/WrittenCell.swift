import LedgerCore

/// One cell of a table that is written, as a workbook or as text.
public enum WrittenCell: Hashable, Sendable {
  case empty
  case text(String)
  /// An amount in minor units of the base commodity.
  case money(Int64, scale: Int)
  case rate(Rate)
  case day(Day)
  case integer(Int64)

  /// What a table in text says.
  var text: String {
    switch self {
    case .empty: ""
    case .text(let text): FormulaText.guarded(text)
    case .money(let amount, let scale): DecimalText.format(amount, scale: scale)
    case .rate(let rate): rate.description
    case .day(let day): day.description
    case .integer(let value): "\(value)"
    }
  }

  /// The cell for a text that reads back to itself: in quotation marks where it would be taken for something else, an apostrophe
  /// doubled that would be taken for the guard of a formula.
  static func text(keeping text: String) -> WrittenCell {
    let bytes = text.utf8
    let isQuoted = bytes.count > 1 && bytes.first == 0x22 && bytes.last == 0x22
    let isDash = text.unicodeScalars.allSatisfy { "-—–－".unicodeScalars.contains($0) } || text == "/"
    return .text(isQuoted || isDash || SheetText.trimmed(text) != text || RowKind.isMark(text) ? "\"\(text)\"" : FormulaText.doubled(text))
  }
}
