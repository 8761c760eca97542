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

  /// Takes in one of the facts that tell it, whichever comes first; other measures say nothing of it.
  public mutating func note(_ measure: Measure, _ amount: Int64) {
    switch measure {
    case .valueOut, .shareOut: self.amount = amount
    case .worthBase, .shareBase: base = amount
    case .partOut: parts = amount
    default: break
    }
  }

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

extension Measure {
  /// Whether its facts tell what an exit took of worth.
  public var tellsWorthTaken: Bool { self == .valueOut || self == .worthBase || self == .partOut }

  /// Whether its facts tell what an exit took of the share.
  public var tellsShareTaken: Bool { self == .shareOut || self == .shareBase || self == .partOut }
}
