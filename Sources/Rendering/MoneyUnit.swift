import LedgerCore
import ReportDocument

/// The unit that amounts of renminbi are shown in; other commodities are always shown in full.
public enum MoneyUnit: String, CaseIterable, Sendable {
  /// 元: in full, with all decimals.
  case yuan = "元"
  /// 万元: ten thousand yuan.
  case wan = "万元"
  /// 亿元: a hundred million yuan.
  case yi = "亿元"

  /// The unit of a name as typed at a command line: 元, 万元, 亿元, or `yuan`, `wan`, `yi`; nil for anything else.
  public init?(named name: String) {
    switch name {
    case "元", "yuan": self = .yuan
    case "万元", "万", "wan": self = .wan
    case "亿元", "亿", "yi": self = .yi
    default: return nil
    }
  }

  /// How many decimal places the unit moves an amount.
  public var exponent: Int {
    switch self {
    case .yuan: 0
    case .wan: 4
    case .yi: 8
    }
  }

  /// What the header of a report calls the unit.
  public var label: Phrase {
    switch self {
    case .yuan: Phrase("元", "CNY")
    case .wan: Phrase("万元", "CNY 10 thousand")
    case .yi: Phrase("亿元", "CNY 100 million")
    }
  }
}
