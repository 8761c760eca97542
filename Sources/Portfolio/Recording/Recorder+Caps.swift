import LedgerCore

extension Recorder {
  /// The requirements of some rules that an event breaks, further than those before it.
  func breaches(
    of deal: Deal, _ event: Event, _ facts: [Fact], _ asked: Set<PolicyRule>, isException: Bool
  ) throws(Diagnostic) -> [PolicyBreach] {
    var breaches = PolicyBreaches(of: register.requirements, on: event.effectiveDay, asked, isException: isException)
    let isGrown = try addTicket(deal, facts, to: &breaches)
    if !breaches.asks(.shareCap, .fundShareCap, .largestHolder) { return breaches.all }
    if !deal.party.isNone && register[deal.party].kind == .fund {
      try addFund(deal, event, facts, isGrown: isGrown, to: &breaches)
    } else {
      try addCompany(deal, event, to: &breaches)
    }
    return breaches.all
  }

  /// Holds a single investment to its cap.
  ///
  /// - Returns: whether more is committed than before the event.
  private func addTicket(_ deal: Deal, _ facts: [Fact], to breaches: inout PolicyBreaches) throws(Diagnostic) -> Bool {
    let position = try position(of: deal.id)
    let opened = position.totals[.openingPaid]
    var (committed, paid) = (position.totals[.committed], position.paidIn)
    for fact in facts {
      if fact.measure == .committed { committed = committed.addingReportingOverflow(fact.amount).partialValue }
      if fact.measure == .paidFresh || fact.measure == .paidRecycled {
        paid = paid.addingReportingOverflow(fact.amount).partialValue
      }
    }
    let before = Commitment.clamped(agreed: position.totals[.committed], paid: position.paidIn, paidBefore: opened)
    let after = Commitment.clamped(agreed: committed, paid: paid, paidBefore: opened)
    if after <= before { return false }
    let text = DecimalText.format(after, scale: register.base.scale, grouped: true) + " " + register.base.code
    let reach = CapReach(amount: after, shown: text, name: deal.name, programmes: [deal.programme], field: "amount")
    breaches.add(.ticketCap, reach) { $0.amount }
    return true
  }

  /// Holds what is held of a company, over all deals in it, to the cap and to the largest share of another.
  private func addCompany(_ deal: Deal, _ event: Event, to breaches: inout PolicyBreaches) throws(Diagnostic) {
    let isMore = try statesMore(event, deal)
    if !isMore && event.rate("largest") == nil { return }
    let holding = try CompanyShare(of: deal, event.rate("share"), event.rate("largest"), on: event.effectiveDay, in: self)
    if isMore { breaches.add(.shareCap, reach(of: holding, isMore)) { $0.rate?.partsPerBillion } }
    try addLargest(holding, deal, event, isMore: isMore, to: &breaches)
  }

  /// Holds a stated share to the largest one that another holder is said to have: it is broken by more of ours and by less of
  /// theirs.
  private func addLargest(
    _ holding: CompanyShare, _ deal: Deal, _ event: Event, isMore: Bool, to breaches: inout PolicyBreaches
  ) throws(Diagnostic) {
    guard breaches.asks(.largestHolder), holding.lead > 0 else { return }
    let before = try CompanyShare(of: deal, nil, nil, on: event.effectiveDay, in: self)
    if holding.lead > before.lead { breaches.add(.largestHolder, reach(of: holding, isMore)) { _ in holding.bound } }
  }

  /// Holds what is held of a fund, over all deals in it, to the cap and to what the largest of the other partners has.
  ///
  /// Shares that nobody states are our part of what all partners signed and paid. That asks for every deal in the fund, so
  /// it is asked only where more is committed, a greater share stated, or the first of the other partners recorded.
  private func addFund(
    _ deal: Deal, _ event: Event, _ facts: [Fact], isGrown: Bool, to breaches: inout PolicyBreaches
  ) throws(Diagnostic) {
    let isMore = try statesMore(event, deal)
    var isAsked = isGrown || isMore || (event.rate("largest") != nil && breaches.asks(.largestHolder))
    if !isAsked { isAsked = try isFirstPartner(facts, deal) }
    if !isAsked { return }
    func stored() throws(Diagnostic) -> [Fact] {
      var stored: [Fact] = []
      for other in register.deals(in: deal.party) {
        stored += try positions.facts(of: other.id).filter { $0.commodity == register.baseID }
      }
      return stored
    }
    let before = try FundHolding(of: deal, adding: [], in: self, stored)
    let after = try FundHolding(of: deal, adding: facts.filter { $0.commodity == register.baseID }, in: self, stored)
    let holding = try CompanyShare(of: deal, event.rate("share"), event.rate("largest"), on: event.effectiveDay, in: self)
    let field = event.rate("share") == nil ? "amount" : "share"
    if after.isStated && isMore {
      breaches.add(.fundShareCap, reach(of: holding, isMore)) { $0.rate?.partsPerBillion }
    } else if !after.isStated, let share = after.share, let parts = share.partsPerBillionUp,
      parts > before.share?.partsPerBillionUp ?? 0 || before.share == nil
    {
      breaches.add(.fundShareCap, reach(parts, share, after, field)) { $0.rate?.partsPerBillion }
    }
    if after.claims.partners.isEmpty { return try addLargest(holding, deal, event, isMore: isMore, to: &breaches) }
    guard let lead = after.claims.lead?.partsPerBillionUp, lead > before.claims.lead?.partsPerBillionUp ?? 0 else { return }
    let share = Ratio(after.claims.own, over: after.claims.total)
    guard let parts = share.partsPerBillionUp else { return }
    breaches.add(.largestHolder, reach(parts, share, after, field)) { _ in parts - lead }
  }

  /// Whether an event says that more is held by its deal than before.
  private func statesMore(_ event: Event, _ deal: Deal) throws(Diagnostic) -> Bool {
    guard let share = event.rate("share") else { return false }
    let before = try position(of: deal.id).share(on: event.effectiveDay) ?? .zero
    return share > before
  }

  /// Whether facts are the first that say what another partner of a fund paid or promised.
  private func isFirstPartner(_ facts: [Fact], _ deal: Deal) throws(Diagnostic) -> Bool {
    let isPartners = facts.contains { $0.measure == .contributed && !$0.traits.isSecondary && $0.traits.place == .fund }
    if !isPartners { return false }
    for other in register.deals(in: deal.party) {
      if try position(of: other.id).promises.hasPartner { return false }
    }
    return true
  }

  private func reach(of holding: CompanyShare, _ isMore: Bool) -> CapReach {
    CapReach(
      amount: holding.share, shown: Rate(partsPerBillion: holding.share).description, name: holding.name,
      programmes: holding.programmes, field: isMore ? "share" : "largest")
  }

  private func reach(_ parts: Int64, _ share: Ratio, _ fund: FundHolding, _ field: String) -> CapReach {
    CapReach(
      amount: parts, shown: share.percentText(decimals: 2) ?? "", name: fund.name, programmes: fund.programmes, field: field,
      isReckoned: true)
  }
}
