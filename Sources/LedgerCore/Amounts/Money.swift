/// An amount of one commodity in integer minor units (fen for yuan).
@frozen
public struct Money: Hashable, Sendable {
  /// The amount in the commodity's minor unit.
  public var minorUnits: Int64
  /// The commodity that the amount is of.
  public var commodity: CommodityID

  @inlinable
  public init(_ minorUnits: Int64, _ commodity: CommodityID) {
    self.minorUnits = minorUnits
    self.commodity = commodity
  }

  /// The same amount with the opposite sign; throws when it cannot be represented.
  public func negated() throws(MoneyOverflow) -> Money {
    Money(try Int64(0).minus(minorUnits), commodity)
  }
}

/// A sum, product or share left the range of 64-bit minor units.
///
/// Money never wraps: the operation fails and nothing is recorded.
public struct MoneyOverflow: Error, Hashable, Sendable {
  public init() {}
}

extension Int64 {
  /// The sum, or `MoneyOverflow`.
  @inlinable
  public func plus(_ other: Int64) throws(MoneyOverflow) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    if overflow { throw MoneyOverflow() }
    return sum
  }

  /// The difference, or `MoneyOverflow`.
  @inlinable
  public func minus(_ other: Int64) throws(MoneyOverflow) -> Int64 {
    let (difference, overflow) = subtractingReportingOverflow(other)
    if overflow { throw MoneyOverflow() }
    return difference
  }

  /// The sum, stopping at the ends of the range: of what is stated and posted nowhere, such as a valuation, which may be
  /// any number.
  @inlinable public func plusClamped(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
  }

  /// `self × numerator ÷ denominator` with a 128-bit product, rounded half away from zero ("half up" of accountants).
  ///
  /// - Throws: `MoneyOverflow` when the denominator is zero or the result does not fit.
  public func scaled(by numerator: Int64, over denominator: Int64) throws(MoneyOverflow) -> Int64 {
    if denominator == 0 { throw MoneyOverflow() }
    let product = Int128(self) * Int128(numerator)
    let rounded = product.dividedHalfUp(by: Int128(denominator))
    guard let result = Int64(exactly: rounded) else { throw MoneyOverflow() }
    return result
  }
}

extension Int128 {
  /// The quotient rounded half away from zero; the divisor must not be zero.
  public func dividedHalfUp(by divisor: Int128) -> Int128 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    if remainder.magnitude >= divisor.magnitude - remainder.magnitude {
      return (self < 0) == (divisor < 0) ? quotient + 1 : quotient - 1
    }
    return quotient
  }
}
