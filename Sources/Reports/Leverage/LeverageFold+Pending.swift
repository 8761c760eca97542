import LedgerCore
import Portfolio

extension LeverageFold {
  /// Places a payment called the same closing that came over a year after it.
  ///
  /// It is of the closing as far as it pays what the party signed in it; the rest is money of a later round.
  mutating func placeLate(_ fact: Fact) throws(MoneyOverflow) {
    var (due, rest) = (fact, fact)
    due.amount = 0
    if let claim = claims.claim(of: fact, .partner) {
      let sums = try claims.sums(of: claim)
      due.amount = max(0, min(fact.amount, try sums.signed.minus(sums.paid)))
    }
    if due.amount > 0 { try claims.add(due, .partner, year: year(of: fact)) }
    rest.amount = fact.amount - due.amount
    if rest.amount == 0 && fact.amount != 0 { return }
    afterClosing[fact.sequence] = rest.amount
    later.append(LaterMoney(rest, year: year(of: fact)))
  }

  /// Takes what went back off what its party paid in the same place, first off money that counts.
  ///
  /// No party can get back more than it paid: what is beyond takes nothing off.
  mutating func takeBack(_ fact: Fact) throws(MoneyOverflow) {
    var result = ReturnedMoney()
    var rest = try Int64(0).minus(fact.amount)
    if let role = LeverageFold.role(of: fact.traits), let claim = claims.claim(of: fact, role) {
      let sums = try claims.sums(of: claim)
      result.paid = min(rest, max(0, sums.paid))
      result.evidenced = min(result.paid, max(0, sums.evidenced))
      try claims.takeBack(fact, role, paid: result.paid, evidenced: result.evidenced, year: year(of: fact))
      rest -= result.paid
    }
    let isPartner = LeverageFold.role(of: fact.traits) == .partner
    for entry in later.reversed() where rest > 0 && (isPartner || fact.traits.level == .later) {
      guard entry.deal == fact.dimensions.deal.rawValue, entry.party == fact.dimensions.party.rawValue,
        entry.party != 0 || entry.contributor == fact.traits.contributor ?? .private
      else { continue }
      let taken = min(rest, max(0, try left(of: entry)))
      if taken == 0 { continue }
      result.later.append(entry.takenBack(taken, year: year(of: fact)))
      rest -= taken
    }
    later += result.later
    let key = DealAndParty(deal: fact.dimensions.deal.rawValue, party: fact.dimensions.party.rawValue)
    if rest > 0, let before = beforeOf[key], fact.traits.level != .later && fact.traits.level != .earlier {
      result.before = min(rest, max(0, before))
      beforeOf[key] = before - result.before
      beforeOurs = try beforeOurs.minus(result.before)
      rest -= result.before
    }
    result.beyond = rest
    if fact.traits.level != .earlier { returnedBeyond = try returnedBeyond.plus(rest) }
    returned[EventOnDeal(fact)] = result
  }

  /// What nothing was taken back of yet.
  private func left(of entry: LaterMoney) throws(MoneyOverflow) -> Int64 {
    if entry.amount <= 0 { return 0 }
    var left = entry.amount
    for other in later where other.takesBack == entry.sequence { left = try left.plus(other.amount) }
    return left
  }
}
