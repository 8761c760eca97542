import Analytics
import LedgerCore
import Portfolio

/// Private money credited to us (METRICS L10); minor units.
public struct MobilisedMoney: Hashable, Sendable {
  /// With the riskiest tranche where a deal says who bears it, else by share.
  public var attributed: Int64 = 0
  /// By our share of the public money alone.
  public var byShare: Int64 = 0

  /// No money.
  public init() {}

  /// Adds what is credited for a deal; throws when a sum leaves 64 bits.
  mutating func add(_ line: MobilisedDeals.Line) throws(MoneyOverflow) {
    attributed = try attributed.plus(line.attributed)
    byShare = try byShare.plus(line.byShare)
  }
}

/// Private money credited to us deal by deal, by the public money of the whole fund; each deal is rounded to the minor
/// unit, so that the sum foots.
struct MobilisedDeals {
  /// One deal with our money and that of others in the same fund or closing.
  struct Line {
    let deal: Deal
    let own: Int64
    let privateMoney: Int64
    let otherPublic: Int64
    /// F of the whole fund, by all deals in it, which the credit is reckoned from; of a company that of the deal.
    let ownOfAll: Int64
    /// O of the whole fund.
    let otherPublicOfAll: Int64
    /// Who bears the riskiest tranche, as this or another deal in the fund says; nil where none does.
    let riskiest: Int?
    let attributed: Int64
    let byShare: Int64
  }

  /// Deals with private money, in the order of the register.
  private(set) var lines: [Line] = []
  private(set) var total = MobilisedMoney()

  /// Credits the private money of a view.
  init(_ view: LeverageView, _ register: Register, _ policy: LeveragePolicy) throws(MoneyOverflow) {
    let units = view.fold.timing.units
    var own = Array(repeating: Int64(0), count: units.count)
    var others = Array(repeating: ClassAmounts(), count: units.count)
    // A fund is one, however many deals are in it: our part of its public money is that of all of them.
    var (ownOfUnit, othersOfUnit) = (own, others)
    var riskiest: [Int?] = Array(repeating: nil, count: units.count)
    for money in view.fold.own where view.vehicles.knows(money.deal) {
      // Recycling changes the denominator: what money drew in does not depend on where it came from.
      let paid = try money.fresh.plus(money.recycled)
      own[Int(money.deal)] = try own[Int(money.deal)].plus(paid)
      ownOfUnit[units[Int(money.deal)]] = try ownOfUnit[units[Int(money.deal)]].plus(paid)
    }
    for claim in view.fold.claims.claims where claim.key.role == .partner && view.vehicles.knows(claim.key.deal) {
      let deal = Int(claim.key.deal)
      if !view.vehicles.holdsOwnMoney[deal] || view.vehicles.isOwn(party: claim.key.party) { continue }
      try view.fold.claims.forEachPart(of: claim) { part throws(MoneyOverflow) in
        try others[Int(part.deal)].add(part.paid, of: claim.contributor)
        try othersOfUnit[deal].add(part.paid, of: claim.contributor)
      }
    }
    for deal in register.deals {
      let unit = units[Int(deal.id.rawValue)]
      riskiest[unit] = riskiest[unit] ?? deal.riskiest
    }
    for deal in register.deals {
      let index = Int(deal.id.rawValue)
      let privateMoney = try others[index].narrow(policy)
      if privateMoney == 0 { continue }
      let all = othersOfUnit[units[index]]
      let (ownOfAll, publicOfAll) = (ownOfUnit[units[index]], try all.publicMoney(policy))
      let byShare = try MobilisedAmount.shared(privateMoney, own: ownOfAll, otherPublic: publicOfAll)
      var attributed = byShare
      let investors = deal.riskiest ?? riskiest[units[index]]
      if let investors {
        attributed = try MobilisedAmount.tranched(privateMoney, own: ownOfAll, otherPublic: publicOfAll, investors: investors)
      }
      let line = Line(
        deal: deal, own: own[index], privateMoney: privateMoney, otherPublic: try others[index].publicMoney(policy),
        ownOfAll: ownOfAll, otherPublicOfAll: publicOfAll, riskiest: investors, attributed: attributed, byShare: byShare)
      try total.add(line)
      lines.append(line)
    }
  }
}
