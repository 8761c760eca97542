import LedgerCore

extension EventReader {
  /// The dimensions of what is about a deal.
  func dimensions(of deal: Deal, envelope: EnvelopeID = .none) -> Dimensions {
    Dimensions(
      programme: deal.programme, envelope: envelope, deal: deal.id, party: deal.party, holder: deal.holder)
  }

  /// Adds the share held when the event names one; it must lie between 0 and 100 %.
  ///
  /// So must the largest share that another holder has, where the event names one.
  func addShare(of deal: Deal, to effect: inout Effect) throws(Diagnostic) {
    if let largest = try share("largest") {
      effect.add(.largestOther, Money(largest.partsPerBillion, register.baseID), dimensions(of: deal))
    }
    guard let share = try share() else { return try checkShareIsStated(of: deal, &effect) }
    effect.add(.shareHeld, Money(share.partsPerBillion, register.baseID), dimensions(of: deal))
  }
}

extension EventReader {
  /// Warns of a payment after all had been sold that does not say what share it bought.
  fileprivate func checkShareIsStated(of deal: Deal, _ effect: inout Effect) throws(Diagnostic) {
    guard effect.facts.contains(where: { [.paidFresh, .paidRecycled].contains($0.measure) }) else { return }
    let position = try position(of: deal)
    guard position.shareHeld.amount(asOf: day) == 0, position[.cost].amount(on: day) <= 0 else { return }
    effect.warn(
      .shareNotStated,
      Wording(
        "到 \(day) 为止\(deal.name)已全部转让，这次出资取得多少股比没有写明",
        "all of \(deal.name) was sold by \(day), and nothing says what share this payment buys"),
      hint: Wording("加上 share:8.5%；写明以前，报告注明股比未知", "add share:8.5%; until it is stated, reports say that the share is not known"),
      at: event.position())
  }
}

extension Effect {
  /// Fills `{class}` in 股权投资:{class}:… by what the party is (DOMAIN §4.1: three classes).
  mutating func bindEquityClass(of party: Party) {
    switch party.kind {
    case .fund: bindings["class"] = "投资基金"
    case .international: bindings["class"] = "国际金融组织"
    default: bindings["class"] = "企业"
    }
  }
}
