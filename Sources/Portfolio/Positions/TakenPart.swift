import LedgerCore

/// What an exit, a write-off or a handover took of a stated amount: worth or share.
///
/// Of the base that it was reckoned from it is an amount, so that an exit that is reversed leaves the next one as it was. Of
/// any other base, since a valuation was recorded, corrected or reversed afterwards, it is the part that left.
public struct TakenPart: Hashable, Sendable {
  /// All of it.
  static let whole: Int64 = 1_000_000_000_000_000_000

  /// What left, of the base.
  public var amount: Int64 = 0
  /// What tells the base; nil when nothing was stated.
  public var base: Int64?
  /// The part that left of what was held, of 10¹⁸; nil where a book does not know it.
  public var parts: Int64?

  /// Nothing yet.
  public init() {}

  /// A part as its fact carries it.
  ///
  /// - Throws: `MoneyOverflow` when the ratio is undefined or far above one.
  static func parts(_ ratio: Ratio) throws(MoneyOverflow) -> Int64 {
    try whole.scaled(by: ratio.numerator, over: ratio.denominator)
  }

  /// What leaves of an amount of another base, half up.
  static func taken(_ parts: Int64, of amount: Int64) -> Int64 {
    Int64(clamping: (Int128(amount) * Int128(parts)).dividedHalfUp(by: Int128(whole)))
  }
}
