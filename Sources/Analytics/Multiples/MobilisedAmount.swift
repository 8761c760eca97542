import LedgerCore

/// Private money that our own money may be credited with (METRICS L10): the method of the OECD and development banks.
public enum MobilisedAmount {
  /// The part of private money that our share of the public money stands for: `P × F ÷ (F + O)`.
  ///
  /// Minor units, rounded half up; 0 when no public money is there.
  public static func shared(_ privateMoney: Int64, own: Int64, otherPublic: Int64) throws(MoneyOverflow) -> Int64 {
    let isAnyPublic = try own.plus(otherPublic) != 0
    return isAnyPublic ? try privateMoney.scaled(by: own, over: own.plus(otherPublic)) : 0
  }

  /// The same where one tranche bears the first losses: half of the private money is credited to those in the riskiest
  /// tranche in equal parts, half to all by what they put in: `P × [½ · 1/n + ½ · F ÷ (F + O)]`.
  ///
  /// - Parameter investors: n, the public investors in the riskiest tranche with ours among them; 0 when ours is not in
  ///   it, and the first half is credited to others.
  public static func tranched(
    _ privateMoney: Int64, own: Int64, otherPublic: Int64, investors: Int
  ) throws(MoneyOverflow) -> Int64 {
    let whole = Int128(try own.plus(otherPublic))
    if whole == 0 { return 0 }
    let count = Int128(clamping: max(0, investors))
    // P × (whole + n·F) ÷ (2·n·whole), or P × F ÷ (2·whole) without a place in the riskiest tranche.
    let above = count == 0 ? Int128(own) : whole + count * Int128(own)
    let below = 2 * whole * max(1, count)
    let (product, overflow) = Int128(privateMoney).multipliedReportingOverflow(by: above)
    guard !overflow, let result = Int64(exactly: product.dividedHalfUp(by: below)) else { throw MoneyOverflow() }
    return result
  }
}
