import LedgerCore
import Portfolio

/// 返投 as far as it is recognised, exactly: a percentage of an amount is no whole number of minor units.
public struct RecognisedAmount: Hashable, Sendable {
  /// Each recognised amount rounded to the minor unit, added up.
  private var rounded: Int64 = 0
  /// What rounding left of them, in parts per billion of a minor unit; signed.
  private var rest: Int64 = 0

  /// Nothing.
  public init() {}

  /// Adds what one fact says; other measures than those of reinvestment change nothing.
  mutating func add(_ fact: Fact) throws(MoneyOverflow) {
    switch fact.measure {
    case .reinvested: rounded = try rounded.plus(fact.amount)
    case .reinvestedRest: rest = try rest.plus(fact.amount)
    default: break
    }
  }

  /// Adds another amount; throws when a sum leaves 64 bits.
  mutating func add(_ other: RecognisedAmount) throws(MoneyOverflow) {
    rounded = try rounded.plus(other.rounded)
    rest = try rest.plus(other.rest)
  }

  /// In parts per billion of a minor unit.
  private var exact: Int128 { Int128(rounded) * Int128(Rate.whole.partsPerBillion) + Int128(rest) }

  /// The sum in minor units, rounded once, half up.
  func minorUnits() throws(MoneyOverflow) -> Int64 {
    guard let amount = Int64(exactly: exact.dividedHalfUp(by: Int128(Rate.whole.partsPerBillion))) else { throw MoneyOverflow() }
    return amount
  }

  /// Whether anything is recognised.
  var isAny: Bool { rounded != 0 || rest != 0 }

  /// The exact ratio to our own money, in lowest terms where there is a part of a minor unit; what does not fit into 64 bits
  /// is rounded to the minor unit.
  func ratio(over own: Int64) throws(MoneyOverflow) -> Ratio {
    let (above, below) = (exact, Int128(own) * Int128(Rate.whole.partsPerBillion))
    if rest != 0, own != 0 {
      let divisor = RecognisedAmount.divisor(above, below)
      if let above = Int64(exactly: above / divisor), let below = Int64(exactly: below / divisor) { return Ratio(above, over: below) }
    }
    return Ratio(try minorUnits(), over: own)
  }

  /// The greatest common divisor, positive; one of them is not zero.
  private static func divisor(_ one: Int128, _ other: Int128) -> Int128 {
    var (one, other) = (one < 0 ? 0 - one : one, other < 0 ? 0 - other : other)
    while other != 0 { (one, other) = (other, one % other) }
    return one
  }
}
