import LedgerCore

extension EventReader {
  /// Warns of others' money whose day does not go with where it is said to stand.
  ///
  /// Money of the same closing lies at most a year from ours; money beside a fund, and a loan, follow ours.
  func checkDay(of deal: Deal, _ level: ContributionLevel, _ effect: inout Effect) throws(Diagnostic) {
    var own = try position(of: deal).ownDays
    switch level {
    case .round:
      // Everybody who pays into a fund is a partner; a holder is one, however many deals are in it.
      if !deal.party.isNone && register[deal.party].kind == .fund { return }
      if register.isVehicle(deal) && !(own.isKnown && own.isClosing(day)) { own = try ownDays(of: deal) }
      if own.isClosing(day), try isOfClosing(deal, own) { return }
      effect.warn(
        .farFromClosing,
        Wording("这笔资金与我方资金相隔一年以上；后续轮次不计入放大倍数", "this money lies over a year from ours; money of a later round is not counted as leverage"),
        hint: Wording("写 level:later 或 level:earlier，或更正日期", "level:later, level:earlier, or the right date"),
        at: event.position(of: "level"))
    case .project, .debt:
      if !own.isAfter(day) { return }
      own = try ownDays(of: deal)
      if !own.isAfter(day) { return }
      if try hasFundInvested(in: deal) { return }
      effect.warn(
        .beforeOurs,
        Wording(
          "这笔资金早于 \(own.first)（我方对\(deal.name)首次签约或出资），不计入任何倍数",
          "this money is from before \(own.first), our first commitment or payment on \(deal.name), and counts in no multiplier"),
        hint: Wording("只有在我方资金之后的才算带动；日期有误请更正", "only what follows our money is drawn in by it; correct the date if it is wrong"),
        at: event.position())
    default: return
    }
  }

  /// Whether the day of the event is of one of the closings of our money in a deal that lie far apart.
  private func isOfClosing(_ deal: Deal, _ own: OwnDays) throws(Diagnostic) -> Bool {
    if !own.mayHaveGap { return true }
    let closings = OwnClosings(try positions.standingFacts(of: dealsOfFund(deal), register.baseID))
    return closings.windows.isEmpty || closings.window(on: day) != nil
  }

  /// The days of our money in the party of a deal, on whichever deal it is recorded.
  private func ownDays(of deal: Deal) throws(Diagnostic) -> OwnDays {
    var days = try position(of: deal).ownDays
    for other in register.deals(in: deal.party) where other.id != deal.id { days.add(try position(of: other).ownDays) }
    return days
  }

  /// The deals in the fund of a deal, which is one fund; a deal in a company alone.
  func dealsOfFund(_ deal: Deal) -> [Deal] {
    deal.party.isNone || !register.isVehicle(deal) ? [deal] : register.deals(in: deal.party).filter { register.isVehicle($0) }
  }

  /// Whether money meets money of the other stage, by whichever deal of a fund, of which only one of the two names its party.
  func isPromiseUnmatched(_ traits: Traits, isNamed: Bool, beside deal: Deal) throws(Diagnostic) -> Bool {
    for other in dealsOfFund(deal) {
      if try position(of: other).promises.isUnmatched(traits, isNamed: isNamed) { return true }
    }
    return false
  }

  /// Whether a fund had invested in the company of a deal by the day of the event: our money may have come with it.
  private func hasFundInvested(in deal: Deal) throws(Diagnostic) -> Bool {
    if register.isVehicle(deal) { return false }
    for fund in register.deals where register.isVehicle(fund) && fund.party != deal.party {
      let facts = try positions.facts(of: fund.id)
      if facts.contains(where: { $0.measure == .deployed && $0.dimensions.party == deal.party && $0.day <= day }) { return true }
    }
    return false
  }

  /// Warns of money that goes back to a party beyond what it had paid by then and still had in on later days.
  func checkReturned(
    _ money: Money, _ traits: Traits, _ dimensions: Dimensions, of deal: Deal, _ effect: inout Effect
  ) throws(Diagnostic) {
    guard traits.stage == .returned else { return }
    // Money that was paid by one deal in a fund may go back by another.
    let facts = try positions.standingFacts(of: dealsOfFund(deal), register.baseID)
    let company = try party("project")?.id ?? .none
    var companies: [Int64: PartyID] = [:]
    for fact in facts where fact.measure == .besideCompany { companies[fact.sequence] = fact.dimensions.party }
    // Who pays into a fund is a partner whenever it does.
    let isFund = !deal.party.isNone && register[deal.party].kind == .fund
    func place(_ traits: Traits) -> ContributionLevel { isFund && traits.place == .later ? .fund : traits.place }
    var paid = DatedSum()
    for fact in facts where fact.measure == .contributed {
      guard fact.dimensions.party == dimensions.party, fact.traits.stage == .paid || fact.traits.stage == .returned,
        place(fact.traits) == place(traits), !dimensions.party.isNone || fact.traits.contributor == traits.contributor
      else { continue }
      if let other = companies[fact.sequence], !company.isNone, other != company { continue }
      paid.add(fact.amount, on: fact.day)
    }
    let left = paid.lowest(from: day)
    if money.minorUnits <= left { return }
    let whose = dimensions.party.isNone ? "it" : register[dimensions.party].name
    effect.warn(
      .returnedBeyond,
      Wording(
        "退回 \(text(money.minorUnits))，而自 \(day) 起\(dimensions.party.isNone ? "" : register[dimensions.party].name)投入的只有 \(text(max(0, left)))；超出部分不计",
        "\(text(money.minorUnits)) go back where \(whose) had \(text(max(0, left))) in from \(day) on; what is beyond counts nowhere"),
      hint: Wording(
        "先记同一单位、同一层级的实缴，或更正金额、日期", "record what was paid first, with the same party and level, or correct the amount or the date"),
      at: event.position(of: "amount"))
  }

  /// Warns of a fund that invests more than all partners paid into it, by the rule of the check `fund-overinvested`.
  func checkDeployed(_ money: Money, of deal: Deal, _ effect: inout Effect) throws(Diagnostic) {
    let deals = register.deals(in: deal.party)
    var (invested, paid) = (money.minorUnits, Int64(0))
    for other in deals {
      let position = try position(of: other)
      (invested, paid) = try checked { () throws(MoneyOverflow) in
        (try invested.plus(position.totals[.deployed]), try paid.plus(position.paidInByAll))
      }
    }
    // What is covered in all is covered on some day: only what is not is looked at day by day.
    if invested <= paid { return }
    var facts = try positions.standingFacts(of: deals, register.baseID)
    facts.append(
      Fact(
        sequence: sequence, day: day, measure: .deployed, amount: money.minorUnits, commodity: register.baseID,
        dimensions: dimensions(of: deal)))
    let (all, uncovered) = try checked { () throws(MoneyOverflow) in try FundMoney.investments(facts) }
    if uncovered == 0 { return }
    effect.warn(
      .deployedBeyond,
      Wording(
        "\(register[deal.party].name)已投出 \(text(all))，比各合伙人实缴多 \(text(uncovered))",
        "\(register[deal.party].name) has invested \(text(all)), \(text(uncovered)) of it more than its partners had paid in"),
      hint: Wording(
        "合伙人的实缴用 call 记；基金借入或再投资的资金不追溯到任何人",
        "record what partners paid with call; what the fund borrowed or invested again is traced to nobody"),
      at: event.position(of: "amount"))
  }
}
