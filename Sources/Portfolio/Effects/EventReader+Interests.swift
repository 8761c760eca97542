import LedgerCore

/// Interests in a fund that one partner sells to another (份额转让).
///
/// The fund gets no money. What the seller had paid in, or promised, is the buyer's from that day on: it is taken off the
/// one and added to the other, so that the fund's size stays the same and no yuan counts twice.
extension EventReader {
  /// What a partner has by one deal in a fund, up to a day and in all the lesser of both; minor units.
  private struct Held {
    let deal: Deal
    /// Paid in by the partner itself, or taken over from another one.
    let paid: Int64
    let signed: Int64
    /// Bought of what was ours.
    let ours: Int64
    /// Taken over from us, promised and not paid in.
    let oursUnpaid: Int64
    /// Whose money it is, by what was recorded last.
    let contributor: ContributorClass
    /// Promised and not paid in, by this or another deal.
    var unpaid: Int64
    /// Promised by this deal and paid in by another one in the fund.
    var paidElsewhere: Int64 = 0
  }

  /// Who sells an interest in the fund of a deal; nil when the event names nobody.
  func seller(in deal: Deal) throws(Diagnostic) -> Party? {
    guard let seller = try party("seller") else { return nil }
    guard seller.id != deal.party else {
      throw failure(
        .badFieldValue, Wording("\(seller.name)就是基金本身，不是它的合伙人", "\(seller.name) is the fund itself, no partner of it"),
        hint: Wording("写明转让的合伙人", "name the partner that sells"),
        field: "seller")
    }
    return seller
  }

  /// Records that a partner takes over money that another one paid in, with the promise that it fulfilled.
  func takeOverPaid(_ deal: Deal, from seller: Party, _ money: Money, to effect: inout Effect) throws(Diagnostic) {
    let buyer = try buyer(from: seller)
    let traits = contribution(level: .fund, stage: .paid)
    try sell(money, from: seller, to: (buyer, traits), deal, "amount", &effect)
  }

  /// Records that a partner takes over what another one promised and did not pay yet.
  func takeOverUnpaid(_ deal: Deal, from seller: Party, _ money: Money, to effect: inout Effect) throws(Diagnostic) {
    let buyer = try buyer(from: seller)
    let held = try self.held(by: seller, in: deal)
    let unpaid = try checked { () throws(MoneyOverflow) in
      var sum: Int64 = 0
      for part in held { sum = try sum.plus(part.unpaid).plus(part.oursUnpaid) }
      return sum
    }
    guard money.minorUnits <= unpaid else {
      throw failure(
        .soldBeyondHeld,
        Wording(
          "\(seller.name)转让对\(deal.name)的认缴 \(text(money.minorUnits))，未缴的只有 \(text(unpaid))",
          "\(seller.name) sells \(text(money.minorUnits)) of commitments to \(deal.name), \(text(unpaid)) that it has are unpaid"),
        hint: Wording(
          "先记其认缴；已缴的部分用写明 seller 的 call 转让", "record what it subscribed first; what it paid in is sold with a call that names the seller"),
        field: "amount")
    }
    let traits = contribution(level: .fund, stage: .signed)
    if !traits.hasEvidence {
      effect.warn(
        .noEvidence, Wording("这笔资金没有佐证材料；佐证覆盖率（L13）会显示", "no document proves this money; evidence coverage (L13) will show it"),
        hint: Wording("取得材料后写 evidence:…", "add evidence:… when the document is at hand"), at: event.position())
    }
    let own = try self.held(by: buyer, in: deal)
    var rest = money.minorUnits
    for part in held where rest > 0 && part.oursUnpaid > 0 {
      let amount = min(rest, part.oursUnpaid)
      sellOn(Money(amount, money.commodity), from: seller, to: (buyer, traits), part, as: .signed, &effect)
      rest -= amount
    }
    // What the buyer paid without a subscription is promised too: the greater of both would swallow what it takes over.
    var unsigned = max(0, own.reduce(Int64(0)) { $0.plusClamped($1.paid).plusClamped(0 &- $1.signed) })
    for part in held where rest > 0 && part.unpaid > 0 {
      let amount = min(rest, part.unpaid)
      rest -= amount
      let signed = try checked { () throws(MoneyOverflow) in try amount.plus(unsigned) }
      unsigned = 0
      try movePromise(Money(amount, money.commodity), as: signed, part.deal, from: seller, part.contributor, to: buyer, traits, &effect)
    }
  }

  /// Records that we buy what another partner paid in: it is ours, and the price goes to the seller, not into the fund.
  ///
  /// It is a commitment of its own, fulfilled at once: what we had signed stays to be paid.
  func buyPaid(_ deal: Deal, from seller: Party, _ price: Money, to effect: inout Effect) throws(Diagnostic) {
    _ = try fundDeal()
    var money = price
    if event.amount("paid-in") != nil { money = try positiveAmount("paid-in") }
    if try position(of: deal).totals[.committed] > 0 { effect.add(.committed, price, dimensions(of: deal)) }
    effect.markAsPrice()
    try sell(money, from: seller, to: nil, deal, event.amount("paid-in") == nil ? "amount" : "paid-in", &effect)
  }

  /// Says who bought what we sell of a fund; nothing when the event names nobody.
  func addBuyer(of deal: Deal, to effect: inout Effect) throws(Diagnostic) {
    guard let buyer = try party("buyer") else { return }
    guard buyer.id != deal.party else {
      throw failure(
        .badFieldValue, Wording("\(buyer.name)是所转让的标的，不是受让方", "\(buyer.name) is what is sold, not who buys it"),
        hint: Wording("写明受让方；企业回购则不写", "name the buyer, or leave it out when the company buys back"), field: "buyer")
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
        .conflictingFields, Wording("转手的份额不是以前记过的那笔资金", "an interest that changes hands is no money that was recorded before"),
        hint: Wording("不写 same-as", "leave same-as out"), field: "same-as")
    }
    guard let buyer = try party() else {
      throw failure(
        .missingField,
        Wording(
          "写了转让方的\(event.kind.chinese)（\(event.kind.name)）还要写明 party（受让单位）", "\(event.kind.name) with a seller needs party (单位), who buys"),
        hint: Wording("我方受让用 pay 记，写 seller:\(seller.name)", "what we buy ourselves is recorded with pay, as seller:\(seller.name)"),
        field: "seller")
    }
    guard buyer.id != seller.id else {
      throw failure(
        .badFieldValue, Wording("\(seller.name)转让给自己", "\(seller.name) sells to itself"),
        hint: Wording("party 写受让方，seller 写转让方", "name who buys as party, and who sells as seller"),
        field: "seller")
    }
    return buyer
  }

  /// Moves an interest from a partner to another one, or to us: first what was ours before, then what the partner paid in,
  /// by each deal in the fund by which it has it.
  private func sell(
    _ money: Money, from seller: Party, to buyer: (party: Party, traits: Traits)?, _ deal: Deal, _ field: String,
    _ effect: inout Effect
  ) throws(Diagnostic) {
    var held = try held(by: seller, in: deal)
    let all = try checked { () throws(MoneyOverflow) in
      var sum: Int64 = 0
      for part in held { sum = try sum.plus(part.paid).plus(part.ours) }
      return sum
    }
    guard money.minorUnits <= all else {
      throw failure(
        .soldBeyondHeld,
        Wording(
          "\(seller.name)转让对\(deal.name)的实缴 \(text(money.minorUnits))，它实缴的只有 \(text(all))",
          "\(seller.name) sells \(text(money.minorUnits)) of what it paid into \(deal.name), which is \(text(all))"),
        hint: Wording(
          field == "amount" && event.kind.name == "pay" ? "价格与转让方原实缴额不同时，用 paid-in:… 写明原实缴额" : "先记同一单位的实缴，或更正金额",
          field == "amount" && event.kind.name == "pay"
            ? "name what the seller had paid in as paid-in:… when the price differs from it"
            : "record what it paid first, with the same party, or correct the amount"), field: field)
    }
    effect.postsEachContribution(like: "call")
    var rest = money.minorUnits
    for part in held where rest > 0 && part.ours > 0 {
      let amount = min(rest, part.ours)
      sellOn(Money(amount, money.commodity), from: seller, to: buyer, part, &effect)
      rest -= amount
    }
    for part in held where rest > 0 && part.paid > 0 {
      let amount = min(rest, part.paid)
      try sellPaid(Money(amount, money.commodity), from: seller, to: buyer, part, &effect)
      rest -= amount
      // What it fulfilled of promises that other deals in the fund record goes with it too.
      var unmoved = amount - min(amount, max(0, part.signed))
      for index in held.indices where unmoved > 0 && held[index].paidElsewhere > 0 {
        let moved = min(unmoved, held[index].paidElsewhere)
        let other = held[index]
        try movePromise(
          Money(moved, money.commodity), other.deal, from: seller, other.contributor, to: buyer?.party,
          buyer?.traits ?? Traits(), &effect)
        held[index].paidElsewhere -= moved
        unmoved -= moved
      }
    }
  }

  /// Of what was ours: nothing in any multiplier changes.
  ///
  /// - Parameter stage: signed for a promise that is not paid in; none for what was paid in, with its promise.
  private func sellOn(
    _ money: Money, from seller: Party, to buyer: (party: Party, traits: Traits)?, _ held: Held,
    as stage: ContributionStage? = nil, _ effect: inout Effect
  ) {
    var dimensions = dimensions(of: held.deal)
    var traits = Traits()
    traits.stage = stage
    traits.contributor = held.contributor
    dimensions.party = seller.id
    effect.add(.soldOn, Money(0 - money.minorUnits, money.commodity), dimensions, traits: traits)
    guard let buyer else { return }
    traits.contributor = buyer.traits.contributor
    dimensions.party = buyer.party.id
    effect.add(.soldOn, money, dimensions, traits: traits)
  }

  /// Of what the partner paid in itself, with the promise that it fulfilled.
  private func sellPaid(
    _ money: Money, from seller: Party, to buyer: (party: Party, traits: Traits)?, _ held: Held, _ effect: inout Effect
  ) throws(Diagnostic) {
    var traits = Traits()
    traits.level = .fund
    traits.stage = .returned
    traits.contributor = held.contributor
    var dimensions = dimensions(of: held.deal)
    dimensions.party = seller.id
    effect.add(.contributed, Money(0 - money.minorUnits, money.commodity), dimensions, traits: assigned(traits))
    if let buyer { try addContribution(held.deal, buyer.party, money, assigned(buyer.traits), to: &effect) }
    let signed = Money(min(money.minorUnits, max(0, held.signed)), money.commodity)
    try movePromise(signed, held.deal, from: seller, held.contributor, to: buyer?.party, buyer?.traits ?? Traits(), &effect)
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

  /// What a partner has in a fund by each of its deals, the deal of the event first.
  private func held(by seller: Party, in deal: Deal) throws(Diagnostic) -> [Held] {
    let deals = [deal] + register.deals(in: deal.party).filter { $0.id != deal.id }
    let facts = try positions.standingFacts(of: deals, register.baseID).filter { $0.measure != .contributed || $0.traits.isForSale }
    let (all, upToDay) = try checked { () throws(MoneyOverflow) in
      (try FundStakes(facts), try FundStakes(facts.filter { $0.day <= day }))
    }
    var held: [Held] = deals.compactMap { deal in
      guard let stake = all.partners[deal.id]?[seller.id], let then = upToDay.partners[deal.id]?[seller.id] else { return nil }
      let paid = max(0, min(stake.paid - stake.ours.paid, then.paid - then.ours.paid))
      let signed = min(stake.signed - stake.ours.signed, then.signed - then.ours.signed)
      return Held(
        deal: deal, paid: paid, signed: signed, ours: max(0, min(stake.ours.paid, then.ours.paid)),
        oursUnpaid: min(stake.unpaidOfOurs, then.unpaidOfOurs), contributor: stake.contributor, unpaid: max(0, signed - paid))
    }
    // A fund is one fund: what was paid beyond what was signed by one deal paid what was signed by another.
    var fulfilled = held.reduce(Int64(0)) { $0.plusClamped(max(0, $1.paid - max(0, $1.signed))) }
    for index in held.indices where fulfilled > 0 {
      let part = min(fulfilled, held[index].unpaid)
      held[index].unpaid -= part
      held[index].paidElsewhere = part
      fulfilled -= part
    }
    return held
  }
}
