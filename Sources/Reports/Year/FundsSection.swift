import LedgerCore
import Portfolio
import ReportDocument

/// What the registry of funds asks for (DOMAIN §7 H): the partners of each fund with what they signed and paid.
struct FundsSection {
  let view: PortfolioView

  /// What the figures mean.
  static let definition = Phrase(
    "基金合伙人：本级取承诺与实缴（扣除退回），他方取基金层和同轮的认缴与实缴；转让的份额按原实缴和相应认缴计入受让方；期末累计数",
    "partners of funds: our commitments and payments, refunds taken off; of others what they signed and paid at the level of "
      + "the fund or its closing; what was sold stands with the buyer, at what had been paid in; to date")

  /// One partner of a fund.
  private struct Stake {
    var signed: Int64 = 0
    var paid: Int64 = 0
    var kind: ContributorClass?

    init(_ stake: FundStakes.Stake, _ claim: Int64? = nil) {
      (signed, paid, kind) = (claim ?? stake.claim, stake.paid, stake.contributor)
    }
  }

  /// The partners, fund by fund with sums; nil without a fund.
  func table() throws(Diagnostic) -> Table? {
    var table = Table(
      "funds", title: Phrase("基金合伙人", "Partners of funds"),
      columns: [
        Column("partner", Phrase("合伙人", "Partner")), Column("class", Phrase("性质", "Class")),
        Column("signed", Phrase("认缴", "Signed"), .money), Column("paid", Phrase("实缴", "Paid"), .money),
        Column("share", Phrase("实缴占比", "Share of paid"), .percent(decimals: 2)),
      ])
    let stakes = try stakes()
    for deal in view.register.deals where HoldingsSection.rank(of: deal, in: view.register) == 1 {
      guard let fund = stakes[deal.party] else { continue }
      let (own, others) = (Stake(fund.own[deal.id] ?? FundStakes.Stake()), try partners(of: deal, fund))
      if own.signed == 0 && own.paid == 0 && others.isEmpty { continue }
      var whole = own
      for (_, stake) in others {
        try whole.signed.add(stake.signed)
        try whole.paid.add(stake.paid)
      }
      table.add(.text(deal.name), role: .header)
      let us = Cell.code("own", Phrase("本级财政", "own fiscal money"))
      table.rows.append(Row([us, .code("own", Phrase("政府", "government"))] + cells(own, of: whole), indent: 1))
      for (party, stake) in others {
        let name: Cell = party.isNone ? .code("unnamed", Phrase("（未列名）", "(not named)")) : .text(view.register[party].name)
        table.rows.append(Row([name, kind(stake.kind)] + cells(stake, of: whole), indent: 1))
      }
      table.rows.append(Row([.phrase(.subtotal), .empty] + cells(whole, of: whole), role: .subtotal))
    }
    return table.rows.isEmpty ? nil : table
  }

  private func cells(_ stake: Stake, of whole: Stake) -> [Cell] {
    [view.money(stake.signed), view.money(stake.paid), .percent(Ratio(stake.paid, over: whole.paid))]
  }

  private func kind(_ kind: ContributorClass?) -> Cell {
    let kind = kind ?? .private
    return .code(kind.name, Phrase(kind.chinese, kind.name))
  }

  /// What others signed and paid, the largest payment first; who sold all that it had is no partner any more.
  private func partners(of deal: Deal, _ fund: FundStakes) throws(Diagnostic) -> [(PartyID, Stake)] {
    var partners: [(PartyID, Stake)] = []
    for (party, stake) in fund.partners[deal.id] ?? [:] {
      let claims = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try fund.claims(of: party) }
      let own = Stake(stake, claims[deal.id])
      if own.signed != 0 || own.paid != 0 { partners.append((party, own)) }
    }
    return partners.sorted { ($1.1.paid, $0.0.rawValue) < ($0.1.paid, $1.0.rawValue) }
  }

  /// By fund, what everybody signed and paid by the end of the period.
  private func stakes() throws(Diagnostic) -> [PartyID: FundStakes] {
    let (reversals, base) = (Reversals(in: view.facts), view.register.baseID)
    // By deal, the fund that it is in; looked up for every fact.
    let funds = [PartyID.none] + view.register.deals.map { HoldingsSection.rank(of: $0, in: view.register) == 1 ? $0.party : .none }
    var facts: [PartyID: [Fact]] = [:]
    for fact in view.facts {
      let fund = funds[Int(fact.dimensions.deal.rawValue)]
      if fund.isNone || fact.day > view.cutOff || fact.commodity != base || reversals.hides(fact) { continue }
      facts[fund, default: []].append(fact)
    }
    var stakes: [PartyID: FundStakes] = [:]
    for (fund, facts) in facts {
      stakes[fund] = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try FundStakes(facts) }
    }
    return stakes
  }
}
