/// An exact ratio of two integers, rounded only when it is printed.
public struct Ratio: Hashable, Sendable {
  /// What is divided.
  public var numerator: Int64
  /// What it is divided by; zero makes the ratio undefined.
  public var denominator: Int64

  public init(_ numerator: Int64, over denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Whether the ratio has a value at all: a zero denominator has none.
  public var isDefined: Bool { denominator != 0 }

  /// Whether both have the same value, 1/2 as 2/4, or both have none.
  public func hasValue(of other: Ratio) -> Bool {
    if !isDefined || !other.isDefined { return isDefined == other.isDefined }
    return Int128(numerator) * Int128(other.denominator) == Int128(other.numerator) * Int128(denominator)
  }

  /// The ratio rounded half up to a number of decimals (at most 9), as an integer of that scale; nil when undefined
  /// or out of range.
  public func rounded(decimals: Int) -> Int64? {
    guard isDefined, (0...9).contains(decimals) else { return nil }
    var factor: Int128 = 1
    for _ in 0..<decimals { factor *= 10 }
    return Int64(exactly: (Int128(numerator) * factor).dividedHalfUp(by: Int128(denominator)))
  }

  /// The ratio in parts per billion, rounded up, so that what lies above a rate by ever so little still does; nil when
  /// undefined or out of range.
  public var partsPerBillionUp: Int64? {
    guard isDefined else { return nil }
    let scaled = Int128(numerator) * Int128(Rate.whole.partsPerBillion) * (denominator < 0 ? -1 : 1)
    let (quotient, rest) = scaled.quotientAndRemainder(dividingBy: Int128(denominator.magnitude))
    return Int64(exactly: rest > 0 ? quotient + 1 : quotient)
  }

  /// The ratio as text with a fixed number of decimals, or nil when undefined.
  public func text(decimals: Int) -> String? {
    rounded(decimals: decimals).map { DecimalText.format($0, scale: decimals) }
  }

  /// The ratio as a percentage with a fixed number of decimals, or nil when undefined.
  public func percentText(decimals: Int) -> String? {
    rounded(decimals: decimals + 2).map { DecimalText.format($0, scale: decimals) + "%" }
  }
}
