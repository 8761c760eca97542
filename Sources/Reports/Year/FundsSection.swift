import LedgerCore
import Portfolio
import ReportDocument

/// What the registry of funds asks for (DOMAIN §7 H): the partners of each fund with what they signed and paid.
struct FundsSection {
  let view: PortfolioView

  /// What the figures mean.
  static let definition = Phrase(
    "基金合伙人：本级取承诺与实缴（扣除退回），他方取基金层和同轮的认缴与实缴；期末累计数",
    "partners of funds: our commitments and payments, refunds taken off; of others what they signed and paid at the level of "
      + "the fund or its closing; to date")

  /// One partner of a fund.
  private struct Stake {
    var signed: Int64 = 0
    var paid: Int64 = 0
    var kind: ContributorClass?
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
    for deal in view.register.deals where HoldingsSection.rank(of: deal, in: view.register) == 1 {
      let closing = try view.closing(of: deal.id)
      let own = Stake(signed: max(closing[.committed], closing.paidEver), paid: closing.paidEver)
      let others = try stakes(in: deal)
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

  /// What others signed and paid, the largest payment first.
  private func stakes(in deal: Deal) throws(Diagnostic) -> [(PartyID, Stake)] {
    let reversals = Reversals(in: view.facts)
    var stakes: [PartyID: Stake] = [:]
    for fact in view.facts
    where fact.measure == .contributed && fact.dimensions.deal == deal.id && fact.day <= view.cutOff && !reversals.hides(fact) {
      let traits = fact.traits
      guard !traits.isSecondary, traits.place == .fund, fact.commodity == view.register.baseID else { continue }
      let party = fact.dimensions.party
      switch traits.stage {
      case .signed: try stakes[party, default: Stake()].signed.add(fact.amount)
      case .paid, .returned: try stakes[party, default: Stake()].paid.add(fact.amount)
      case .announced, nil: continue
      }
      stakes[party]?.kind = traits.contributor ?? .private
    }
    for (party, stake) in stakes where stake.signed < stake.paid { stakes[party]?.signed = stake.paid }
    return stakes.map { ($0.key, $0.value) }.sorted { ($1.1.paid, $0.0.rawValue) < ($0.1.paid, $1.0.rawValue) }
  }
}
