import LedgerCore

/// Interests in a fund that one partner sells to another (份额转让).
///
/// The fund gets no money. What the seller had paid in, or promised, is the buyer's from that day on: it is taken off the
/// one and added to the other, so that the fund's size stays the same and no yuan counts twice.
extension EventReader {
  /// What a partner has in a fund up to a day and in all, the lesser of both; minor units.
  private struct Held {
    let paid: Int64
    let signed: Int64
    /// Whose money it is, by what was recorded last.
    let contributor: ContributorClass

    /// Promised and not paid in.
    var unpaid: Int64 { max(0, signed - max(0, paid)) }
  }

  /// Who sells an interest in the fund of a deal; nil when the event names nobody.
  func seller(in deal: Deal) throws(Diagnostic) -> Party? {
    guard let seller = try party("seller") else { return nil }
    guard seller.id != deal.party else {
      throw failure(
        .badFieldValue, "\(seller.name) is the fund itself, no partner of it", hint: "name the partner that sells",
        field: "seller")
    }
    return seller
  }

  /// Records that a partner takes over money that another one paid in, with the promise that it fulfilled.
  func takeOverPaid(_ deal: Deal, from seller: Party, _ money: Money, to effect: inout Effect) throws(Diagnostic) {
    let buyer = try buyer(from: seller)
    let held = try takeOff(money, from: seller, of: deal, "amount", &effect)
    let traits = contribution(level: .fund, stage: .paid)
    try addContribution(deal, buyer, money, assigned(traits), to: &effect)
    let signed = Money(min(money.minorUnits, max(0, held.signed)), money.commodity)
    try movePromise(signed, deal, from: seller, held.contributor, to: buyer, traits, &effect)
  }

  /// Records that a partner takes over what another one promised and did not pay yet.
  func takeOverUnpaid(_ deal: Deal, from seller: Party, _ money: Money, to effect: inout Effect) throws(Diagnostic) {
    let buyer = try buyer(from: seller)
    let held = try self.held(by: seller, in: deal)
    guard money.minorUnits <= held.unpaid else {
      throw failure(
        .soldBeyondHeld, "\(seller.name) sells \(text(money.minorUnits)) of commitments to \(deal.name), \(text(held.unpaid)) of its own are unpaid",
        hint: "record what it subscribed first; what it paid in is sold with a call that names the seller", field: "amount")
    }
    let traits = contribution(level: .fund, stage: .signed)
    if !traits.hasEvidence {
      effect.warn(
        .noEvidence, "no document proves this money; evidence coverage (L13) will show it",
        hint: "add evidence:… when the document is at hand", at: event.position())
    }
    // What the buyer paid without a subscription is promised too: the greater of both would swallow what it takes over.
    let own = try self.held(by: buyer, in: deal)
    let signed = try checked { () throws(MoneyOverflow) in
      try money.minorUnits.plus(max(0, own.paid.minus(own.signed)))
    }
    try movePromise(money, as: signed, deal, from: seller, held.contributor, to: buyer, traits, &effect)
  }

  /// Records that we buy what another partner paid in: it is ours, and the price goes to the seller, not into the fund.
  func buyPaid(_ deal: Deal, from seller: Party, _ price: Money, to effect: inout Effect) throws(Diagnostic) {
    _ = try fundDeal()
    var money = price
    if event.amount("paid-in") != nil { money = try positiveAmount("paid-in") }
    let held = try takeOff(money, from: seller, of: deal, event.amount("paid-in") == nil ? "amount" : "paid-in", &effect)
    let signed = Money(min(money.minorUnits, max(0, held.signed)), money.commodity)
    try movePromise(signed, deal, from: seller, held.contributor, to: nil, Traits(), &effect)
  }

  /// Says who bought what we sell of a fund; nothing when the event names nobody.
  func addBuyer(of deal: Deal, to effect: inout Effect) throws(Diagnostic) {
    guard let buyer = try party("buyer") else { return }
    guard buyer.id != deal.party else {
      throw failure(
        .badFieldValue, "\(buyer.name) is what is sold, not who buys it",
        hint: "name the buyer, or leave it out when the company buys back", field: "buyer")
    }
    var dimensions = dimensions(of: deal)
    dimensions.party = buyer.id
    var traits = Traits()
    traits.contributor = ContributorClass(of: buyer.kind)
    effect.add(.soldTo, Money(0, register.baseID), dimensions, traits: traits)
  }

  private func buyer(from seller: Party) throws(Diagnostic) -> Party {
    if !event["same-as"].isAbsent {
      throw failure(
        .conflictingFields, "an interest that changes hands is no money that was recorded before",
        hint: "leave same-as out", field: "same-as")
    }
    guard let buyer = try party() else {
      throw failure(
        .missingField, "\(event.kind.name) with a seller needs party (单位), who buys",
        hint: "what we buy ourselves is recorded with pay, as seller:\(seller.name)", field: "seller")
    }
    guard buyer.id != seller.id else {
      throw failure(
        .badFieldValue, "\(seller.name) sells to itself", hint: "name who buys as party, and who sells as seller",
        field: "seller")
    }
    return buyer
  }

  /// Takes money that a partner paid in off what it has.
  private func takeOff(
    _ money: Money, from seller: Party, of deal: Deal, _ field: String, _ effect: inout Effect
  ) throws(Diagnostic) -> Held {
    let held = try held(by: seller, in: deal)
    guard money.minorUnits <= held.paid else {
      throw failure(
        .soldBeyondHeld,
        "\(seller.name) sells \(text(money.minorUnits)) of what it paid into \(deal.name), which is \(text(max(0, held.paid)))",
        hint: field == "amount" && event.kind.name == "pay"
          ? "name what the seller had paid in as paid-in:… when the price differs from it"
          : "record what it paid first, with the same party, or correct the amount", field: field)
    }
    var traits = Traits()
    traits.level = .fund
    traits.stage = .returned
    traits.contributor = held.contributor
    var dimensions = dimensions(of: deal)
    dimensions.party = seller.id
    effect.add(.contributed, Money(0 - money.minorUnits, money.commodity), dimensions, traits: assigned(traits))
    effect.postsEachContribution(like: "call")
    return held
  }

  /// Moves a promise from the seller to the buyer; to us when there is none.
  ///
  /// - Parameter taken: what the buyer then has more of promises, where that is not the amount.
  private func movePromise(
    _ money: Money, as taken: Int64? = nil, _ deal: Deal, from seller: Party, _ contributor: ContributorClass,
    to buyer: Party?, _ traits: Traits, _ effect: inout Effect
  ) throws(Diagnostic) {
    effect.postsEachContribution(like: "call")
    var dimensions = dimensions(of: deal)
    var signed = assigned(traits)
    signed.level = .fund
    signed.stage = .signed
    if let buyer {
      dimensions.party = buyer.id
      effect.add(.contributed, Money(taken ?? money.minorUnits, money.commodity), dimensions, traits: signed)
    }
    dimensions.party = seller.id
    signed.contributor = contributor
    effect.add(.contributed, Money(0 - money.minorUnits, money.commodity), dimensions, traits: signed)
  }

  private func assigned(_ traits: Traits) -> Traits {
    var traits = traits
    traits.isAssigned = true
    return traits
  }

  private func held(by seller: Party, in deal: Deal) throws(Diagnostic) -> Held {
    var sums = (paid: Int64(0), signed: Int64(0))
    var upToDay = sums
    var contributor = ContributorClass(of: seller.kind)
    for fact in try positions.facts(of: deal.id) where fact.measure == .contributed && fact.dimensions.party == seller.id {
      guard fact.traits.place == .fund, !fact.traits.isSecondary, fact.traits.contributor != .bank else { continue }
      contributor = fact.traits.contributor ?? contributor
      let isSigned = fact.traits.stage == .signed
      try checked { () throws(MoneyOverflow) in
        let amounts = isSigned ? (paid: 0, signed: fact.amount) : (paid: fact.amount, signed: 0)
        sums = (try sums.paid.plus(amounts.paid), try sums.signed.plus(amounts.signed))
        if fact.day <= day {
          upToDay = (try upToDay.paid.plus(amounts.paid), try upToDay.signed.plus(amounts.signed))
        }
      }
    }
    return Held(paid: min(sums.paid, upToDay.paid), signed: min(sums.signed, upToDay.signed), contributor: contributor)
  }
}
