import LedgerCore

/// What one cell of a sheet holds.
public enum SheetValue: Hashable, Sendable {
  case text(String)
  /// A number as its exact decimal text, `-1234.5`: no exponent, no separators.
  case number(String)
  /// A number that is shown as a percentage, as its exact decimal text with the sign, `8.5%`.
  case percent(String)
  /// A number as its exact decimal text that its format shows in a unit of so many zeros: `7000000` as 700.0, 4 zeros.
  case scaled(String, exponent: Int)
  case boolean(Bool)
  /// A day, and the seconds since its midnight.
  case day(Day, seconds: Int32)
  /// What a formula ended in instead of a value: `#N/A`, `#REF!`.
  case error(String)
  /// A formula whose value is not stored: the program that wrote the file did not compute it.
  case formula
}

extension SheetValue {
  /// The value as text: `TRUE` and `FALSE`, days as `2023-02-09`, with the time after it when there is one.
  public var text: String {
    switch self {
    case .text(let text), .number(let text), .scaled(let text, _), .percent(let text), .error(let text): text
    case .boolean(let value): value ? "TRUE" : "FALSE"
    case .day(let day, 0): day.description
    case .day(let day, let seconds): "\(day) \(SheetValue.clock(seconds))"
    case .formula: ""
    }
  }

  /// What keeps the cell from saying anything, or nil when nothing does.
  public var flaw: Wording? {
    switch self {
    case .error(let text): Wording("单元格显示 \(text)，公式出错", "the cell shows \(text), an error of its formula")
    case .formula: Wording("单元格有公式而没有存值", "the cell has a formula whose value is not stored")
    default: nil
    }
  }

  private static func clock(_ seconds: Int32) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
