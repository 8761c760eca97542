import LedgerCore

extension EventDeclaration {
  /// Another partner's subscription to a fund of ours (认缴).
  static let subscribe = EventDeclaration(
    "subscribe", "认缴份额", .leverage,
    summary: "Records what another partner subscribed to a fund in which we are a partner, or took over of an unpaid subscription.",
    summaryChinese: "登记基金其他合伙人的认缴份额，或受让其他合伙人未实缴的认缴。",
    fields: [.deal.positional, .amount.positional, .contributor, .party, .seller, .evidence, .sameAs],
    example: "2021-03-01 subscribe 引导基金/一期 70,000,000.00 CNY class:private party:某创投 evidence:合伙协议",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.fundDeal()
      if let seller = try reader.seller(in: deal) {
        return try reader.takeOverUnpaid(deal, from: seller, try reader.positiveAmount(), to: &effect)
      }
      let traits = reader.contribution(level: .fund, stage: .signed)
      try reader.addContribution(deal, try reader.party(), try reader.positiveAmount(), traits, to: &effect)
    })
}

extension EventReader {
  /// A deal whose party is a fund.
  func fundDeal() throws(Diagnostic) -> Deal {
    let deal = try deal()
    let party = register[deal.party]
    guard party.kind == .fund else {
      throw failure(
        .wrongPartyKind,
        Wording(
          "\(event.kind.chinese)（\(event.kind.name)）只用于基金，而\(party.name)的类型是\(party.kind.chinese)",
          "\(event.kind.name) is about a fund; \(party.name) is declared as \(party.kind.rawValue)"),
        hint: Wording(
          "先登记：party \(party.name) kind:fund；投入企业的他方资金用 social 记",
          "declare it: party \(party.name) kind:fund; others' money in a company is recorded with social"),
        field: "deal")
    }
    return deal
  }

  /// Traits of other people's money at a level and stage, its class and evidence as the event says.
  ///
  /// Without a class the party's kind decides; without a party it is private.
  func contribution(level: ContributionLevel, stage: ContributionStage) -> Traits {
    var traits = Traits()
    traits.level = level
    traits.stage = stage
    traits.contributor = ContributorClass(name: event.choice("class")) ?? impliedContributor
    traits.hasEvidence = event.text("evidence") != nil || event.text("doc") != nil
    return traits
  }

  private var impliedContributor: ContributorClass {
    guard let name = event.text("party"), let party = register.party(named: name) else { return .private }
    return ContributorClass(of: party.kind)
  }
}

extension ContributorClass {
  /// Whose money it is by what a party is.
  public init(of kind: Party.Kind) {
    self =
      switch kind {
      case .bank: .bank
      case .government: .otherPublic
      case .stateFirm, .holder: .stateFirm
      default: .private
      }
  }
}
