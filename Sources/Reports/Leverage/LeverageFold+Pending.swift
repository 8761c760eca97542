import LedgerCore
import Portfolio

extension LeverageFold {
  /// Places a payment called the same closing that came over a year after it.
  ///
  /// It is of the closing as far as it pays what the party signed in it, a bank too; the rest is money of a later round.
  mutating func placeLate(_ fact: Fact) throws(MoneyOverflow) {
    var (due, rest) = (fact, fact)
    due.amount = 0
    let role = timing.units.role(of: fact) ?? .partner
    if let claim = claims.claim(of: fact, role) {
      let sums = try claims.sums(of: claim)
      due.amount = max(0, min(fact.amount, try sums.signed.minus(sums.paid)))
    }
    if due.amount > 0 {
      try claims.add(due, role, year: year(of: fact))
      noteLot(due, role, .counted)
    }
    rest.amount = fact.amount - due.amount
    if rest.amount == 0 && fact.amount != 0 { return }
    afterClosing[fact.sequence] = rest.amount
    let entry = LaterMoney(rest, year: year(of: fact))
    later.append(entry)
    noteLot(rest, role, .later, later: entry)
  }

  /// Notes what parties to which money went back had paid; money that came long after the closing is noted when placed.
  mutating func noteLots(_ facts: [Fact], _ isOfFold: (Fact) -> Bool) {
    for fact in facts where (fact.measure == .contributed || fact.measure == .lent) && isOfFold(fact) {
      let traits = fact.traits
      if !lots.knows(fact) || traits.isSecondary || traits.stage == .signed || traits.stage == .returned { continue }
      let standing = timing.standing(of: fact)
      if fact.measure == .lent && timing.isFundsOwnLoan(fact) { continue }
      guard let role = fact.measure == .lent ? .loan : timing.units.role(of: fact) else {
        let isCounted = traits.level == .later
        if isCounted && standing != .before {
          noteLot(fact, nil, .later, later: LaterMoney(fact, year: year(of: fact)))
        } else {
          noteLot(fact, isCounted ? .partner : nil, .before)
        }
        continue
      }
      switch standing {
      case .before: noteLot(fact, role, .before)
      case .beside: noteLot(fact, role, .counted)
      case .besideFund: noteLot(fact, role == .partner ? .project : role, .counted)
      case .after: continue
      }
    }
  }

  private mutating func noteLot(
    _ fact: Fact, _ role: MoneyClaim.Role?, _ standing: PaidLots.Standing, later: LaterMoney? = nil
  ) {
    if !lots.knows(fact) { return }
    lots.add(PaidLots.Lot(fact, role, standing, company: timing.companyBeside(fact), later: later), of: fact)
  }

  /// Takes what went back off what its party had paid in the same place by then, first off money that counts.
  ///
  /// No party can get back more than it had paid: what is beyond takes nothing off.
  mutating func takeBack(_ fact: Fact) throws(MoneyOverflow) {
    var result = ReturnedMoney()
    let role = timing.units.role(of: fact)
    result.beyond = try Int64(0).minus(fact.amount)
    let company = timing.companyBeside(fact)
    for (lot, amount) in lots.take(fact, role, company: company) {
      result.beyond -= amount
      switch lot.standing {
      case .counted:
        result.paid += amount
        if lot.isEvidenced { result.evidenced += amount }
        if lot.company == company { result.beside += amount }
      case .later: if let entry = lot.later { result.later.append(entry.takenBack(amount, year: year(of: fact))) }
      case .before:
        result.before += amount
        // What an event itself calls money of an earlier round is in no sum.
        if lot.role != nil { beforeOurs = try beforeOurs.minus(amount) }
      }
    }
    if let role, result.paid > 0 {
      try claims.takeBack(fact, role, paid: result.paid, evidenced: result.evidenced, year: year(of: fact))
    }
    later += result.later
    if fact.traits.level != .earlier { returnedBeyond = try returnedBeyond.plus(result.beyond) }
    returned[EventOnDeal(fact)] = result
  }
}
