import LedgerCore

extension Recorder {
  /// Refuses an event, a reversal above all, after which a partner of a fund would have sold more than it had.
  ///
  /// What lay beyond already may stay there, but not grow.
  func checkSales(after facts: [Fact], event: Event) throws(Diagnostic) {
    var funds: Set<PartyID> = []
    for fact in facts where Recorder.mayUndercut(fact) { funds.insert(register[fact.dimensions.deal].party) }
    for fund in funds.sorted() {
      let deals = register.deals(in: fund)
      let ids = Set(deals.map(\.id))
      var stored: [Fact] = []
      for deal in deals { stored += try positions.facts(of: deal.id).filter { $0.commodity == register.baseID } }
      // Nobody sold anything in nearly all funds.
      if !stored.contains(where: { $0.traits.isAssigned || $0.measure == .soldOn }) { continue }
      let all = (stored + facts.filter { ids.contains($0.dimensions.deal) && $0.commodity == register.baseID }).standing
      let (before, after): (FundStakes.Least, FundStakes.Least)
      do throws(MoneyOverflow) {
        (before, after) = (try FundStakes.leastAfterSales(stored.standing), try FundStakes.leastAfterSales(all))
      } catch {
        throw Diagnostic.sumOverflow.at(event.position())
      }
      for (party, least) in after.sorted(by: { $0.key < $1.key }) {
        let had = before[party] ?? FundStakes.Bought()
        try check(had.paid, least.paid, Wording("实缴到", "paid into"), party, fund, event)
        try check(had.signed, least.signed, Wording("认缴", "promised to"), party, fund, event)
      }
    }
  }

  /// Whether a fact takes off what a partner of a fund may have sold.
  private static func mayUndercut(_ fact: Fact) -> Bool {
    if fact.dimensions.deal.isNone { return false }
    return switch fact.measure {
    case .contributed: fact.amount < 0 && fact.traits.isInFund
    case .soldOn, .soldTo: fact.reverses != 0
    default: false
    }
  }

  private func check(
    _ had: Int64, _ least: Int64, _ verb: Wording, _ party: PartyID, _ fund: PartyID, _ event: Event
  ) throws(Diagnostic) {
    if least >= 0 || least >= had { return }
    let lacking = DecimalText.format(0 &- least, scale: register.base.scale, grouped: true)
    throw Diagnostic(
      .soldBeyondHeld,
      Wording(
        "\(register[party].name)所转让的将比其\(verb.zh)\(register[fund].name)的多 \(lacking) \(register.base.code)",
        "\(register[party].name) would have sold \(lacking) \(register.base.code) more than it had \(verb.en) \(register[fund].name)"),
      hint: Wording(
        event.kind.name == "reverse" ? "以后的事项以本笔为基础；先冲销它们" : "以后各日的余额也要够：更正日期或金额",
        event.kind.name == "reverse"
          ? "later events build on this one; reverse them first" : "what stands on a later day counts too: correct the date or the amount"),
      at: event.position(of: event.kind.index(of: "amount") != nil ? "amount" : nil))
  }
}
