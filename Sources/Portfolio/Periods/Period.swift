import LedgerCore

/// An accounting period that is closed and reopened: a month, or a year with its carry-forward.
public enum Period: Hashable, Sendable, CustomStringConvertible {
  case month(Month)
  case year(Int)

  /// Reads `2022-06` or `2022`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let head = parts.first, head.utf8.count == 4, head.utf8.allSatisfy({ (48...57).contains($0) }),
      let year = Int(head), Day.years.contains(year)
    else { return nil }
    switch parts.count {
    case 1: self = .year(year)
    case 2:
      guard parts[1].utf8.count == 2, parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let month = Int(parts[1]),
        (1...12).contains(month)
      else { return nil }
      self = .month(Month(year: year, month: month))
    default: return nil
    }
  }

  /// The first month of the period.
  public var first: Month {
    switch self {
    case .month(let month): month
    case .year(let year): Month(year: year, month: 1)
    }
  }

  /// The last month of the period.
  public var last: Month {
    switch self {
    case .month(let month): month
    case .year(let year): Month(year: year, month: 12)
    }
  }

  /// `2022-06` or `2022`.
  public var description: String {
    switch self {
    case .month(let month): month.description
    case .year(let year): "\(year)"
    }
  }
}
