import Analytics
import LedgerCore
import Portfolio

/// Private money credited to us (METRICS L10), of all deals; minor units.
public struct MobilisedMoney: Hashable, Sendable {
  /// With the riskiest tranche where a deal says who bears it, else by share.
  public var attributed: Int64 = 0
  /// By our share of the public money alone.
  public var byShare: Int64 = 0

  /// No money.
  public init() {}
}

/// Private money credited to us deal by deal; each deal is rounded to the minor unit, so that the sum foots.
struct MobilisedDeals {
  /// One deal with our money and that of others in the same fund or closing.
  struct Line {
    let deal: Deal
    var own: Int64 = 0
    var others = ClassAmounts()
    var privateMoney: Int64 = 0
    var otherPublic: Int64 = 0
    var attributed: Int64 = 0
    var byShare: Int64 = 0
  }

  /// Deals with private money, in the order of the register.
  private(set) var lines: [Line] = []
  private(set) var total = MobilisedMoney()

  /// Credits the private money of a view.
  init(_ view: LeverageView, _ register: Register, _ policy: LeveragePolicy) throws(MoneyOverflow) {
    var lineOfDeal: [Int32: Line] = [:]
    for money in view.fold.own where view.vehicles.knows(money.deal) {
      let paid = policy.countsRecycled ? try money.fresh.plus(money.recycled) : money.fresh
      var line = lineOfDeal[money.deal] ?? Line(deal: register[DealID(money.deal)])
      line.own = try line.own.plus(paid)
      lineOfDeal[money.deal] = line
    }
    for claim in view.fold.claims.claims where claim.key.role == .partner {
      if view.vehicles.isOwn(party: claim.key.party) { continue }
      guard var line = lineOfDeal[claim.key.deal], view.vehicles.holdsOwnMoney[Int(claim.key.deal)] else { continue }
      try line.others.add(try view.fold.claims.paid(on: claim), of: claim.contributor)
      lineOfDeal[claim.key.deal] = line
    }
    for deal in register.deals {
      guard var line = lineOfDeal[deal.id.rawValue] else { continue }
      line.privateMoney = try line.others.narrow(policy)
      if line.privateMoney == 0 { continue }
      line.otherPublic = try line.others.wide().minus(line.privateMoney)
      line.byShare = try MobilisedAmount.shared(line.privateMoney, own: line.own, otherPublic: line.otherPublic)
      line.attributed =
        if let investors = deal.riskiest {
          try MobilisedAmount.tranched(
            line.privateMoney, own: line.own, otherPublic: line.otherPublic, investors: investors)
        } else {
          line.byShare
        }
      total.attributed = try total.attributed.plus(line.attributed)
      total.byShare = try total.byShare.plus(line.byShare)
      lines.append(line)
    }
  }
}
