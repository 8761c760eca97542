import LedgerCore

/// A multiplier of METRICS §1; the raw value is its code.
public enum LeverageMetric: String, CaseIterable, Sendable {
  /// 社会资本放大倍数, paid-in.
  case m1 = "M1"
  /// 社会资本放大倍数, committed.
  case m1Committed = "M1c"
  /// 基金放大倍数, paid-in.
  case m2 = "M2"
  /// 基金放大倍数, committed.
  case m2Committed = "M2c"
  /// Project-level multiplier without loans.
  case m3 = "M3"
  /// Project-level multiplier with loans.
  case m3WithLoans = "M3L"
  /// Pull-through without loans.
  case m4 = "M4"
  /// Pull-through with loans.
  case m4WithLoans = "M4L"
  /// Same-round deal leverage.
  case l4 = "L4"
  /// Debt leverage.
  case l11 = "L11"
  /// Evidence coverage.
  case l13 = "L13"
  /// Private at risk.
  case l14 = "L14"

  /// Which promises or payments a metric is made of.
  public enum Basis: String, Sendable {
    /// 实缴.
    case paidIn = "paid-in"
    /// 认缴.
    case committed
  }

  /// Which promises or payments the metric is made of; both sides have the same.
  public var basis: Basis { self == .m1Committed || self == .m2Committed ? .committed : .paidIn }

  /// Whether bank loans are in the numerator.
  public var includesLoans: Bool { self == .m3WithLoans || self == .m4WithLoans || self == .l11 }

  /// Whose money the metric counts, given the tier that was asked for; nil for loans alone.
  public func tier(_ policy: LeveragePolicy) -> CapitalTier? {
    switch self {
    case .m1, .m1Committed, .m3, .m3WithLoans, .m4, .m4WithLoans, .l4: policy.tier
    case .m2, .m2Committed: .wide
    case .l13, .l14: .narrow
    case .l11: nil
    }
  }
}

extension LeverageSums {
  /// The exact ratio of a metric: Σ numerator over Σ denominator, undefined when the denominator is zero.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  public func ratio(_ metric: LeverageMetric, _ policy: LeveragePolicy) throws(MoneyOverflow) -> Ratio {
    let paidIn = try paidIn(policy)
    switch metric {
    case .m1: return Ratio(try partners.counted(policy), over: paidIn)
    case .m1Committed: return Ratio(try partnersCommitted.counted(policy), over: committed(policy))
    case .m2: return Ratio(try paidIn.plus(try partners.wide()), over: paidIn)
    case .m2Committed:
      return Ratio(try committed(policy).plus(try partnersCommitted.wide()), over: committed(policy))
    case .m3: return Ratio(try projects.counted(policy), over: try invested(policy))
    case .m3WithLoans: return Ratio(try projects.counted(policy).plus(loans), over: try invested(policy))
    case .m4: return Ratio(try projects.counted(policy), over: paidIn)
    case .m4WithLoans: return Ratio(try projects.counted(policy).plus(loans), over: paidIn)
    case .l4: return Ratio(try sameRound.counted(policy), over: try directPaid(policy))
    case .l11: return Ratio(loansEvidenced, over: paidIn)
    case .l13: return Ratio(try partnersEvidenced.narrow(policy), over: try partners.narrow(policy))
    case .l14: return Ratio(try partners.narrow(policy), over: try paidIn.plus(try partners.wide()))
    }
  }
}
