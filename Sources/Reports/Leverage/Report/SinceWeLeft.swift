import LedgerCore
import Portfolio

/// Others' money, and what funds invested, after nothing of ours was left in a fund or company; minor units.
struct SinceWeLeft {
  private(set) var amount: Int64 = 0

  init(_ view: LeverageView, _ facts: [Fact], _ register: Register) throws(MoneyOverflow) {
    var sums: [PartyID: (paid: Int64, out: Int64)] = [:]
    for money in view.fold.own where view.vehicles.knows(money.deal) {
      let party = register[DealID(money.deal)].party
      let before = sums[party] ?? (0, 0)
      sums[party] = (try before.paid.plus(money.fresh).plus(money.recycled), try before.out.plus(money.costOut))
    }
    let left = Set(sums.filter { !$0.key.isNone && $0.value.out > 0 && $0.value.out >= $0.value.paid }.keys)
    if left.isEmpty { return }
    let reversals = Reversals(in: facts)
    var days: [PartyID: Day] = [:]
    func leftParty(of fact: Fact) -> PartyID? {
      let deal = fact.dimensions.deal.rawValue
      guard view.vehicles.knows(deal), case let party = register[fact.dimensions.deal].party, left.contains(party),
        fact.commodity == register.baseID, !reversals.hides(fact)
      else { return nil }
      return party
    }
    for fact in facts where fact.measure == .costOut {
      if let party = leftParty(of: fact) { days[party] = max(days[party] ?? .always, fact.day) }
    }
    for fact in facts where [.contributed, .lent, .deployed].contains(fact.measure) {
      guard !fact.traits.isSecondary, !fact.traits.isAssigned, fact.traits.stage == .paid, fact.traits.level != .earlier,
        let party = leftParty(of: fact), let day = days[party], fact.day > day, view.fold.standing(of: fact) != .before
      else { continue }
      amount = try amount.plus(fact.amount)
    }
  }
}
