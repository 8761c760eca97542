import LedgerCore
import Portfolio

/// What a journal's `option` and `plugin` lines set, as far as it changes what is read.
struct BeancountOptions {
  var title = ""
  var roots: [String: Account.Class] = [
    "Assets": .asset, "Liabilities": .liability, "Equity": .netAssets, "Income": .income, "Expenses": .expense,
  ]
  /// The name of the root for equity, under which exchanges are balanced.
  var equity = "Equity"
  var method = BeancountMethod.strict
  /// What of the last decimal is no difference.
  var multiplier = ExactNumber(mantissa: 5, decimals: 1)
  /// Tolerances by currency; `*` for all others.
  var tolerances: [String: ExactNumber] = [:]
  /// Whether accounts need no `open` line.
  var opensByItself = false
  /// Tags of `pushtag`, the latest last.
  var tags: [String] = []
  /// Metadata of `pushmeta`.
  var meta: [BeancountMeta] = []

  /// Takes in an option; false when it is not one that changes what is read.
  mutating func set(_ name: String, _ value: String) -> Bool {
    switch name {
    case "title": title = value
    case "operating_currency": break
    case "name_assets": rename("Assets", .asset, value)
    case "name_liabilities": rename("Liabilities", .liability, value)
    case "name_equity":
      rename("Equity", .netAssets, value)
      equity = value
    case "name_income": rename("Income", .income, value)
    case "name_expenses": rename("Expenses", .expense, value)
    case "booking_method":
      guard let method = BeancountMethod(rawValue: value) else { return false }
      self.method = method
    case "inferred_tolerance_multiplier", "tolerance_multiplier":
      guard let number = BeancountOptions.number(value) else { return false }
      multiplier = number
    case "inferred_tolerance_default":
      guard let colon = value.firstIndex(of: ":"), let number = BeancountOptions.number(value[value.index(after: colon)...])
      else { return false }
      tolerances[String(value[..<colon])] = number
    default: return false
    }
    return true
  }

  private mutating func rename(_ old: String, _ accountClass: Account.Class, _ new: String) {
    roots[old] = nil
    roots[new] = accountClass
  }

  private static func number(_ text: some StringProtocol) -> ExactNumber? {
    for scale in 0...9 {
      if let value = DecimalText.parse(text.utf8, scale: scale) { return ExactNumber(minorUnits: value, scale: scale) }
    }
    return nil
  }
}
