import LedgerCore
import Portfolio

/// Deals of which all that was paid went back, and whose commitments were not released; minor units.
struct UnreleasedCommitments {
  /// The deals, in the order of the register.
  private(set) var deals: [DealID] = []
  /// What counts as committed of them.
  private(set) var amount: Int64 = 0

  init(_ view: LeverageView, _ facts: [Fact], _ register: Register) throws(MoneyOverflow) {
    // Nearly all deals that are committed to are paid: only what is left is looked at further. Of a year, or an envelope, what
    // went back may stand without what was paid.
    var sums: [Int32: OwnMoney] = [:]
    for money in view.fold.own {
      if try money.fresh.plus(money.recycled) <= 0 { sums[money.deal] = OwnMoney(deal: money.deal, year: 0) }
    }
    if sums.isEmpty { return }
    for money in view.fold.own {
      guard var sum = sums[money.deal] else { continue }
      try sum.add(money)
      sums[money.deal] = sum
    }
    var unpaid: [Int32: OwnMoney] = [:]
    for (deal, sum) in sums where sum.committed > 0 {
      if try sum.fresh.plus(sum.recycled) == 0 { unpaid[deal] = sum }
    }
    if unpaid.isEmpty { return }
    let refunds = facts.filter { $0.measure == .refunded && unpaid[$0.dimensions.deal.rawValue] != nil && $0.commodity == register.baseID }
    if refunds.isEmpty { return }
    let reversals = Reversals(in: facts)
    deals = Set(refunds.filter { !reversals.hides($0) }.map(\.dimensions.deal)).sorted { $0.rawValue < $1.rawValue }
    for deal in deals {
      guard let sum = unpaid[deal.rawValue] else { continue }
      amount = try amount.plus(try sum.committedBasis())
    }
  }
}
