import LedgerCore
import ReportDocument

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
  /// M1 as the planned sizes of deals foresee it.
  case m5Planned = "M5p"
  /// M1 with what was announced.
  case m5Announced = "M5a"
  /// M1 of funds, seen through to the last sub-fund.
  case m1Through = "M1t"
  /// M2 of funds, seen through to the last sub-fund.
  case m2Through = "M2t"
  /// Look-through leverage in companies.
  case l5 = "L5"
  /// Subsequent private financing.
  case l6 = "L6"
  /// Leverage effect: what reached companies.
  case l7 = "L7"
  /// Multiplier effect: what companies invested.
  case l8 = "L8"
  /// External multiplier; the internal one is L7, and both together are L8.
  case l9 = "L9"
  /// Attributed mobilised amount.
  case l10 = "L10"
  /// Attributed mobilised amount by share alone.
  case l10ByShare = "L10s"
  /// Cumulated investment over original money.
  case l12 = "L12"
  /// L12 without what was recycled.
  case l12Net = "L12n"
  /// How often the original money was invested.
  case l12Recycling = "L12r"
  /// 返投.
  case reinvestment = "RI"

  /// Which promises or payments a metric is made of.
  public enum Basis: String, Sendable {
    /// 实缴.
    case paidIn = "paid-in"
    /// 认缴.
    case committed
    /// 意向.
    case announced
    /// 计划.
    case planned
  }

  /// What stands at the head of every report on multipliers.
  public static let headline: [LeverageMetric] = [
    .m1, .m1Committed, .m2, .m2Committed, .m3, .m3WithLoans, .m4, .m4WithLoans, .l4, .l11, .l13, .l14,
  ]
  /// What stands in tables of its own and never at the head: other tiers, later money, credited money.
  public static let further = allCases.filter { !headline.contains($0) }

  /// The metric with a code in either case or the heading of its column, or 返投; nil for anything else.
  public init?(named text: String) {
    let match = LeverageMetric.allCases.first {
      [$0.rawValue, $0.heading.zh, $0.heading.en].contains { $0.lowercased() == text.lowercased() }
    }
    guard let metric = match ?? (text == "返投" ? .reinvestment : nil) else { return nil }
    self = metric
  }

  /// Whether it is printed in per cent, and no multiple: parts of a whole, and 返投, for which contracts and scorecards have per cents.
  var isShare: Bool { self == .l13 || self == .l14 || self == .reinvestment }

  /// Its value as a report shows it.
  func cell(_ ratio: Ratio) -> Cell {
    if isShare, ratio.numerator >= 0, ratio.denominator >= 0 { return .percent(ratio) }
    return .multiple(ratio)
  }

  /// Whether money is seen through funds for it.
  var looksThrough: Bool { self == .m1Through || self == .m2Through || self == .l5 }

  /// Which promises or payments the metric is made of; both sides have the same.
  public var basis: Basis { formula.basis }

  /// Whether bank loans are in the numerator.
  public var includesLoans: Bool { formula.numerator.contains { $0 == .loans || $0 == .loansEvidenced } }

  /// Whose money the metric counts, given the tier that was asked for; nil where no others' equity counts.
  public func tier(_ policy: LeveragePolicy) -> CapitalTier? {
    switch self {
    case .m1, .m1Committed, .m3, .m3WithLoans, .m4, .m4WithLoans, .l4, .m5Announced, .m1Through, .l5: policy.tier
    case .m2, .m2Committed, .m5Planned, .m2Through, .l8, .l9, .l12, .l12Net: .wide
    case .l6, .l10, .l10ByShare, .l13, .l14: .narrow
    case .l7, .l11, .l12Recycling, .reinvestment: nil
    }
  }

  /// What is divided by what.
  var formula: LeverageFormula {
    typealias Paid = LeverageTerm<PaidIn>
    typealias Signed = LeverageTerm<Committed>
    return switch self {
    case .m1: LeverageFormula(Paid.partners, over: .own)
    case .m1Committed: LeverageFormula(Signed.partners, over: .own)
    case .m2: LeverageFormula(Paid.own + .partnersOfAll, over: .own)
    case .m2Committed: LeverageFormula(Signed.own + .partnersOfAll, over: .own)
    case .m3: LeverageFormula(Paid.projects, over: .invested)
    case .m3WithLoans: LeverageFormula(Paid.projects + .loans, over: .invested)
    case .m4: LeverageFormula(Paid.projects, over: .own)
    case .m4WithLoans: LeverageFormula(Paid.projects + .loans, over: .own)
    case .l4: LeverageFormula(Paid.sameRound, over: .ownDirect)
    case .l11: LeverageFormula(Paid.loansEvidenced, over: .own)
    case .l13: LeverageFormula(Paid.partnersEvidenced, over: .partnersPrivate)
    case .l14: LeverageFormula(Paid.partnersPrivate, over: .own + .partnersOfAll)
    case .m5Planned: LeverageFormula(LeverageTerm<Planned>.partners, over: .own)
    case .m5Announced: LeverageFormula(LeverageTerm<Announced>.partners, over: .own)
    case .m1Through: LeverageFormula(Paid.othersInFunds, over: .ownInFunds)
    case .m2Through: LeverageFormula(Paid.ownInFunds + .othersInFundsOfAll, over: .ownInFunds)
    case .l5: LeverageFormula(Paid.othersThrough + .projects, over: .ownReached)
    case .l6: LeverageFormula(Paid.later, over: .own)
    case .l7: LeverageFormula(Paid.invested, over: .own)
    case .l8: LeverageFormula(Paid.totalInvestment, over: .own)
    case .l9: LeverageFormula(Paid.totalInvestment, over: .invested)
    case .l10: LeverageFormula(Paid.mobilised, over: .own)
    case .l10ByShare: LeverageFormula(Paid.mobilisedByShare, over: .own)
    case .l12: LeverageFormula(Paid.ownFresh + .ownRecycled + .partnersOfAll, over: .ownFresh)
    case .l12Net: LeverageFormula(Paid.ownFresh + .partnersOfAll, over: .ownFresh)
    case .l12Recycling: LeverageFormula(Paid.ownFresh + .ownRecycled, over: .ownFresh)
    case .reinvestment: LeverageFormula(Paid.reinvested, over: .own)
    }
  }
}

extension LeverageSums {
  /// The exact ratio of a metric: Σ numerator over Σ denominator; undefined when the denominator is zero, or when
  /// nothing can be seen through.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  public func ratio(_ metric: LeverageMetric, _ policy: LeveragePolicy) throws(MoneyOverflow) -> Ratio {
    let formula = metric.formula
    guard let above = try sum(formula.numerator, policy), let below = try sum(formula.denominator, policy) else {
      return Ratio(0, over: 0)
    }
    return Ratio(above, over: below)
  }

  /// The sum of some kinds of money; nil when one of them is not known for these sums.
  func sum(_ parts: [MoneyPart], _ policy: LeveragePolicy) throws(MoneyOverflow) -> Int64? {
    var sum: Int64 = 0
    for part in parts {
      guard let amount = try amount(part, policy) else { return nil }
      sum = try sum.plus(amount)
    }
    return sum
  }

  /// The money of one kind; nil when it is not known: of a year, or when nothing can be seen through.
  func amount(_ part: MoneyPart, _ policy: LeveragePolicy) throws(MoneyOverflow) -> Int64? {
    switch part {
    case .own: try paidIn(policy)
    case .ownFresh: freshPaid
    case .ownRecycled: recycledPaid
    case .ownDirect: try directPaid(policy)
    case .ownCommitted: committed(policy)
    case .ownPlanned: policy.countsRecycled ? plannedOwn : plannedOwnFresh
    case .partners: try partners.counted(policy)
    case .partnersOfAll: try partners.wide()
    case .partnersPrivate: try partners.narrow(policy)
    case .partnersPublic: try partners.publicMoney(policy)
    case .partnersEvidenced: try partnersEvidenced.narrow(policy)
    case .partnersCommitted: try partnersCommitted.counted(policy)
    case .partnersCommittedOfAll: try partnersCommitted.wide()
    case .partnersAnnounced: try partnersAnnounced.counted(policy)
    case .partnersPlanned: try planned.minus(policy.countsRecycled ? plannedOwn : plannedOwnFresh)
    case .sameRound: try sameRound.counted(policy)
    case .projects: try projects.counted(policy)
    case .projectsOfAll: try projects.wide()
    case .deployed: deployed
    case .loans: loans
    case .loansEvidenced: loansEvidenced
    case .companyOwn: companyOwn
    case .later: try later.narrow(policy)
    case .reinvested: try reinvested.minorUnits()
    case .mobilised: mobilised?.attributed
    case .mobilisedByShare: mobilised?.byShare
    case .ownInFunds: traced?.ownInFunds
    case .othersInFunds: try traced?.othersInFunds.counted(policy)
    case .othersInFundsOfAll: try traced?.othersInFunds.wide()
    case .ownReached: traced?.ownReached
    case .othersThrough: try traced?.othersThrough.counted(policy)
    }
  }
}
