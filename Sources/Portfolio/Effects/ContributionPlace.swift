import LedgerCore

/// Where others' money on a deal stands (decision 6): the one place that tells it, by the level that the event names, by whose
/// money it is and by what the deal is in.
public enum ContributionPlace: Sendable {
  /// In the same fund, whenever it came and whosever it is, or in the same closing.
  case partner
  /// In the same fund, and from before ours as the event itself says: in the fund's money, and in no multiplier.
  case earlierPartner
  /// In a company, beside a fund of ours.
  case beside
  /// Lent.
  case lent
  /// Equity of a bank in a company: it counts with what is lent.
  case bankEquity
  /// In a company, or in a holder, of a round before or after ours.
  case otherRound

  /// - Parameters:
  ///   - isVehicle: whether the deal is in a fund, or in a holder that capital was injected into.
  ///   - isFund: whether it is in a fund, of which everybody who pays in is a partner.
  public init(_ traits: Traits, isVehicle: Bool, isFund: Bool) {
    let isBank = traits.contributor == .bank
    switch traits.level {
    case .fund, .round, nil: self = isBank && !isVehicle ? .bankEquity : .partner
    case .later: self = isFund ? .partner : .otherRound
    case .earlier: self = isFund ? .earlierPartner : .otherRound
    case .project: self = isBank ? .bankEquity : .beside
    case .debt: self = .lent
    }
  }

  /// Where money on a deal of a register stands.
  public init(_ traits: Traits, of deal: Deal, in register: Register) {
    let isFund = !deal.party.isNone && register[deal.party].kind == .fund
    self.init(traits, isVehicle: register.isVehicle(deal), isFund: isFund)
  }

  /// Whether it is money in the fund itself, or of the same closing.
  public var isPaidIn: Bool { self == .partner || self == .earlierPartner }
}

extension Traits {
  /// Of others' money on a deal in a fund: whether it is in the fund itself, a partner's, and not beside it or lent.
  public var isInFund: Bool { ContributionPlace(self, isVehicle: true, isFund: true).isPaidIn }
}
