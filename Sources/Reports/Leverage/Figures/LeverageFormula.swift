/// Promises, payments, announcements or plans: the basis of an amount, as a type.
///
/// A term of one basis cannot be divided by one of another: the compiler refuses it.
protocol LeverageBasis {
  /// What the definition line says.
  static var kind: LeverageMetric.Basis { get }
}

/// 实缴.
enum PaidIn: LeverageBasis {
  static let kind = LeverageMetric.Basis.paidIn
}

/// 认缴.
enum Committed: LeverageBasis {
  static let kind = LeverageMetric.Basis.committed
}

/// 意向, over what we committed.
enum Announced: LeverageBasis {
  static let kind = LeverageMetric.Basis.announced
}

/// 计划, over what we committed to what is planned.
enum Planned: LeverageBasis {
  static let kind = LeverageMetric.Basis.planned
}

/// A sum of kinds of money on one basis.
struct LeverageTerm<Basis: LeverageBasis> {
  /// What is added up.
  let parts: [MoneyPart]

  /// Both sums together; they have the same basis.
  static func + (left: Self, right: Self) -> Self { Self(parts: left.parts + right.parts) }

  fileprivate static func of(_ part: MoneyPart) -> Self { Self(parts: [part]) }
}

extension LeverageTerm where Basis == PaidIn {
  static var own: Self { of(.own) }
  static var ownFresh: Self { of(.ownFresh) }
  static var ownRecycled: Self { of(.ownRecycled) }
  static var ownDirect: Self { of(.ownDirect) }
  static var partners: Self { of(.partners) }
  static var partnersOfAll: Self { of(.partnersOfAll) }
  static var partnersPrivate: Self { of(.partnersPrivate) }
  static var partnersEvidenced: Self { of(.partnersEvidenced) }
  static var sameRound: Self { of(.sameRound) }
  static var projects: Self { of(.projects) }
  static var projectsOfAll: Self { of(.projectsOfAll) }
  static var deployed: Self { of(.deployed) }
  static var loans: Self { of(.loans) }
  static var loansEvidenced: Self { of(.loansEvidenced) }
  static var companyOwn: Self { of(.companyOwn) }
  static var later: Self { of(.later) }
  static var reinvested: Self { of(.reinvested) }
  static var mobilised: Self { of(.mobilised) }
  static var mobilisedByShare: Self { of(.mobilisedByShare) }
  static var ownInFunds: Self { of(.ownInFunds) }
  static var othersInFunds: Self { of(.othersInFunds) }
  static var othersInFundsOfAll: Self { of(.othersInFundsOfAll) }
  static var ownReached: Self { of(.ownReached) }
  static var othersThrough: Self { of(.othersThrough) }
  /// I: what reached companies out of our funds and from us straight.
  static var invested: Self { deployed + ownDirect }
  /// All that companies invested with it: I, others beside, loans, their own funds.
  static var totalInvestment: Self { invested + projectsOfAll + loans + companyOwn }
}

extension LeverageTerm where Basis == Committed {
  static var own: Self { of(.ownCommitted) }
  static var partners: Self { of(.partnersCommitted) }
  static var partnersOfAll: Self { of(.partnersCommittedOfAll) }
}

extension LeverageTerm where Basis == Announced {
  static var own: Self { of(.ownCommitted) }
  static var partners: Self { of(.partnersAnnounced) }
}

extension LeverageTerm where Basis == Planned {
  static var own: Self { of(.ownPlanned) }
  static var partners: Self { of(.partnersPlanned) }
}

/// What a metric divides by what: the one place where it is written down.
///
/// Sums, definition lines and explanations follow it. A formula has one basis, by its types, and one tier, since it is
/// evaluated under one policy.
struct LeverageFormula {
  /// Added up and divided.
  let numerator: [MoneyPart]
  /// Added up, and what it is divided by.
  let denominator: [MoneyPart]
  /// That of both sides.
  let basis: LeverageMetric.Basis

  init<Basis: LeverageBasis>(_ numerator: LeverageTerm<Basis>, over denominator: LeverageTerm<Basis>) {
    self.numerator = numerator.parts
    self.denominator = denominator.parts
    basis = Basis.kind
  }
}
