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
    guard let share = try share() else { return }
    effect.add(.shareHeld, Money(share.partsPerBillion, register.baseID), dimensions(of: deal))
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
