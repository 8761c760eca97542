/// An exact share or yearly rate in parts per billion: 8.5 % is 85,000,000.
@frozen
public struct Rate: Hashable, Comparable, Sendable {
  /// The rate × 10⁹.
  public var partsPerBillion: Int64

  @inlinable
  public init(partsPerBillion: Int64) { self.partsPerBillion = partsPerBillion }

  /// 100 %.
  public static let whole = Rate(partsPerBillion: 1_000_000_000)
  /// 0 %.
  public static let zero = Rate(partsPerBillion: 0)

  /// The share of an amount, rounded half up to the minor unit.
  public func of(_ minorUnits: Int64) throws(MoneyOverflow) -> Int64 {
    try minorUnits.scaled(by: partsPerBillion, over: Rate.whole.partsPerBillion)
  }

  /// What rounding leaves of the share of an amount, in parts per billion of a minor unit; negative where it was rounded up.
  public func rest(of minorUnits: Int64) throws(MoneyOverflow) -> Int64 {
    let whole = Int128(try of(minorUnits)) * Int128(Rate.whole.partsPerBillion)
    guard let rest = Int64(exactly: Int128(minorUnits) * Int128(partsPerBillion) - whole) else { throw MoneyOverflow() }
    return rest
  }

  @inlinable
  public static func < (left: Rate, right: Rate) -> Bool { left.partsPerBillion < right.partsPerBillion }
}

extension Rate: CustomStringConvertible {
  /// As a percentage without trailing zeros, `8.5%`.
  public var description: String { DecimalText.trimmed(partsPerBillion, scale: 7) + "%" }
}
