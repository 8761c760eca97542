import LedgerCore

extension EventDeclaration {
  /// Other people's equity beside ours (memo, DOMAIN §4.3).
  static let social = EventDeclaration(
    "social", "社会资本", .leverage,
    summary: "Records equity of others beside ours: in the same closing, beside a fund, or in a later round.",
    summaryChinese: "登记与我方一同投入的社会资本：同轮、基金投资项目或后续轮次。",
    fields: [
      .deal.positional, .amount.positional, .contributor, .party,
      Field(
        "level", "层级", .choice(ContributionLevel.choices), "where the money stands; round when absent",
        "资金所处层级，缺省为同轮"),
      Field(
        "stage", "阶段", .choice(ContributionStage.choices), "how far the money has come; paid when absent",
        "资金到位阶段，缺省为实缴"),
      Field(
        "kind", "方式", .choice([Choice("new", "新增"), Choice("secondary", "受让"), Choice("conversion", "转股")]),
        "new money, shares bought from a holder, or a claim that became shares", "新增资金、受让老股或债权转股"),
      Field("project", "项目企业", .name(.party), "company that got the money, beside a fund", "基金所投、获得资金的企业"),
      .evidence, .sameAs,
    ],
    example: "2022-06-15 social 力得/A 15,000,000.00 CNY class:private party:某创投 level:round stage:paid evidence:投资协议",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      let money = try reader.positiveAmount()
      let party = try reader.party()
      var traits = reader.contribution(
        level: ContributionLevel(name: reader.event.choice("level")) ?? .round,
        stage: ContributionStage(name: reader.event.choice("stage")) ?? .paid)
      let way = reader.event.choice("kind")
      traits.isConverted = way == "conversion"
      traits.isSecondary = way == "secondary" || traits.isConverted
      try reader.addCompany(of: deal, money, traits, to: &effect)
      try reader.addContribution(deal, party, money, traits, to: &effect)
      if reader.event["same-as"].isAbsent && !traits.isSecondary && traits.stage != .returned {
        if traits.level == .debt { reader.warnOfBorrower(of: deal, &effect) }
        try reader.checkDay(of: deal, traits.level ?? .round, &effect)
      }
    })
}

extension EventReader {
  /// Adds other people's money beside a deal, with the memo accounts that it posts to.
  func addContribution(
    _ deal: Deal, _ party: Party?, _ money: Money, _ traits: Traits, to effect: inout Effect
  ) throws(Diagnostic) {
    var dimensions = dimensions(of: deal)
    dimensions.party = party?.id ?? .none
    if try addRepeated(money, dimensions, traits, to: &effect) { return }
    bindContribution(traits, to: &effect)
    try checkContributor(party, of: deal, traits, &effect)
    if !traits.hasEvidence {
      effect.warn(
        .noEvidence, Wording("这笔资金没有佐证材料；佐证覆盖率（L13）会显示", "no document proves this money; evidence coverage (L13) will show it"),
        hint: Wording("取得材料后写 evidence:…", "add evidence:… when the document is at hand"), at: event.position())
    }
    if try isPromiseUnmatched(traits, isNamed: party != nil, beside: deal) {
      effect.warn(
        .promiseUnmatched,
        Wording(
          "\(deal.name)旁的签约和实缴资金（\((traits.contributor ?? .private).chinese)），一笔写明出资人、" + "另一笔没有：承诺可能重复计算",
          "of what is signed and what is paid beside \(deal.name) (class \((traits.contributor ?? .private).name)), one names "
            + "its party and the other does not: the promise may count twice"),
        hint: Wording("两笔写同一出资人，如 party:某创投", "name the same party on both, as party:某创投"), at: event.position())
    }
    if traits.stage == .announced {
      // An announcement is no money yet: it is counted beside the signed and paid, but posted nowhere.
      effect.add(.announced, money, dimensions, traits: traits)
    } else {
      try checkReturned(money, traits, dimensions, of: deal, &effect)
      let signed = traits.stage == .returned ? Money(0 &- money.minorUnits, money.commodity) : money
      effect.add(.contributed, signed, dimensions, traits: traits)
    }
  }

  /// Says which company others' money went into beside a fund; nothing when the event does not name it.
  fileprivate func addCompany(
    of deal: Deal, _ money: Money, _ traits: Traits, to effect: inout Effect
  ) throws(Diagnostic) {
    guard let company = try party("project") else { return }
    _ = try fundDeal()
    guard traits.level == .project else {
      throw failure(
        .conflictingFields,
        Wording("写明企业的是与基金并行投入的资金，即 level:project", "a company is named for money beside a fund, which is level:project"),
        hint: Wording("加上 level:project，或不写 project", "add level:project, or leave project out"), field: "project")
    }
    if traits.isSecondary || !event["same-as"].isAbsent { return }
    guard traits.stage == .paid || traits.stage == .returned else { return }
    var dimensions = dimensions(of: deal)
    dimensions.party = company.id
    let signed = traits.stage == .returned ? 0 &- money.minorUnits : money.minorUnits
    effect.add(.besideCompany, Money(signed, money.commodity), dimensions, traits: traits)
  }

  /// Fills `{stage}` and `{contributor}` of the memo accounts.
  func bindContribution(_ traits: Traits, to effect: inout Effect) {
    effect.bindings.merge(traits.contributionBindings) { $1 }
  }
}

extension Traits {
  /// What `{stage}` and `{contributor}` of the memo accounts stand for.
  var contributionBindings: [String: String] {
    [
      "stage": stage == .paid || stage == .returned ? "实缴" : "认缴", "contributor": (contributor ?? .private).chinese,
    ]
  }
}
