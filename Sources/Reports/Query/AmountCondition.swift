import LedgerCore

/// What the amount of a posting is compared with.
///
/// As in hledger, a number without a sign is compared with the size of the amount, a number with `+` or `-`, or zero, with
/// the amount itself, debits above zero.
public struct AmountCondition: Hashable, Sendable {
  /// How two amounts are compared.
  enum Relation: String, CaseIterable {
    // Longer signs before their beginnings.
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
    case equal = "="

    /// The relation that a text begins with, also as ≥ or ≤, and how many characters that takes.
    static func read(_ text: Substring) -> (Relation, length: Int)? {
      if text.hasPrefix("≥") { return (.atLeast, 1) }
      if text.hasPrefix("≤") { return (.atMost, 1) }
      return allCases.first { text.hasPrefix($0.rawValue) }.map { ($0, $0.rawValue.count) }
    }
  }

  let relation: Relation
  /// The number in billionths of a unit of the commodity.
  let billionths: Int128
  let isSigned: Bool

  private static let scale = 9

  /// Reads `>1000`, `>=-1,000.50`, `=0`, `1000`, `<5万`, `500万元`, `1亿`; nil when it is none.
  init?(_ text: String) {
    var rest = HalfWidth.of(text)[...].drop { $0 == " " }
    let (relation, length) = Relation.read(rest) ?? (.equal, 0)
    self.relation = relation
    rest = rest.dropFirst(length).drop { $0 == " " }
    let hasSign = rest.hasPrefix("-") || rest.hasPrefix("+")
    if rest.hasSuffix("元") { rest = rest.dropLast() }
    var unit: Int128 = 1
    for (sign, value) in [("万", 10_000), ("亿", 100_000_000)] as [(String, Int128)] where rest.hasSuffix(sign) {
      unit = value
      rest = rest.dropLast()
    }
    for scale in stride(from: AmountCondition.scale, through: 0, by: -1) {
      guard let value = DecimalText.parse(rest.utf8, scale: scale) else { continue }
      billionths = Int128(value) * AmountCondition.power(AmountCondition.scale - scale) * unit
      isSigned = hasSign || value == 0
      return
    }
    return nil
  }

  private static func power(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { value, _ in value * 10 } }

  /// Whether an amount in minor units of a commodity is what is asked for.
  func holds(_ minorUnits: Int64, scale: Int) -> Bool {
    let size = isSigned || minorUnits >= 0 ? Int128(minorUnits) : -Int128(minorUnits)
    let value = size * AmountCondition.power(AmountCondition.scale - min(scale, AmountCondition.scale))
    return switch relation {
    case .atLeast: value >= billionths
    case .atMost: value <= billionths
    case .above: value > billionths
    case .below: value < billionths
    case .equal: value == billionths
    }
  }
}
