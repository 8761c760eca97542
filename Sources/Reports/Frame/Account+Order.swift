import LedgerCore
import Portfolio
import ReportDocument

extension Account {
  /// Whether the account stands before another in a chart: by book, then code (those without one last), then name.
  func stands(before other: Account) -> Bool {
    if book != other.book { return book < other.book }
    if code.isEmpty != other.code.isEmpty { return !code.isEmpty }
    return (code, name) < (other.code, other.name)
  }

  /// The name cut to a number of parts; the whole name when there are no more.
  func name(depth: Int?) -> String {
    guard let depth, depth > 0 else { return name }
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count <= depth ? name : parts.prefix(depth).joined(separator: ":")
  }
}

extension AccountBook {
  /// The book's name as a value of a fixed list.
  var cell: Cell { .code(name, phrase) }

  /// The book's name for people.
  var phrase: Phrase {
    switch self {
    case .fiscal: Phrase(chinese, "Fiscal (accrual)")
    case .budget: Phrase(chinese, "Budget (cash)")
    case .quota: Phrase(chinese, "Quota (envelopes)")
    case .leverage: Phrase(chinese, "Leverage (memo)")
    }
  }
}

extension Account.Class {
  /// The class as a value of a fixed list.
  var cell: Cell {
    let phrase =
      switch self {
      case .asset: Phrase("资产", "asset")
      case .liability: Phrase("负债", "liability")
      case .netAssets: Phrase("净资产", "net assets")
      case .income: Phrase("收入", "income")
      case .expense: Phrase("费用", "expense")
      case .memo: Phrase("备查", "memo")
      }
    return .code(rawValue, phrase)
  }
}

extension RuleSet.Status {
  /// The status as a value of a fixed list.
  var cell: Cell {
    let phrase =
      switch self {
      case .verified: Phrase("已核对", "verified")
      case .unverified: Phrase("未核对", "unverified")
      case .own: Phrase("自拟", "own")
      }
    return .code(rawValue, phrase)
  }
}
