import LedgerCore
import Portfolio
import ReportDocument

extension FundsSection {
  /// What the registry of funds asks for of the fund itself: who manages it, who keeps its money; nil without a fund.
  func basics() throws(Diagnostic) -> Table? {
    var table = Table(
      "fundBasics", title: Phrase("基金情况", "Funds"),
      columns: [
        Column("deal", Phrase("项目", "Deal"), link: .refers("deal")), Column("fund", Phrase("基金", "Fund")),
        Column("creditCode", Phrase("信用代码", "Credit code")), Column("manager", Phrase("管理人", "Manager")),
        Column("custodian", Phrase("托管人", "Custodian")), Column("size", Phrase("计划规模", "Planned size"), .money),
        Column("firstPaid", Phrase("首次出资", "First paid"), .day), Column("termEnd", Phrase("到期日", "Term ends"), .day),
      ])
    for deal in view.register.deals where HoldingsSection.rank(of: deal, in: view.register) == 1 {
      let closing = try view.closing(of: deal.id)
      if closing[.committed] == 0 && closing.paidEver == 0 { continue }
      let fund = view.register[deal.party]
      table.add(
        .text(deal.name), .text(fund.fullName.isEmpty ? fund.name : fund.fullName), .text(fund.creditCode),
        name(of: fund.fundManager), name(of: fund.custodian), deal.target == 0 ? .empty : view.money(deal.target),
        .day(view.fold[deal.id].firstPaid), .day(PositionsSection.termEnd(of: deal, view)))
    }
    return table.rows.isEmpty ? nil : table
  }

  /// What each fund invested in, company by company with sums; nil when no fund invested.
  func investments() throws(Diagnostic) -> Table? {
    var table = Table(
      "fundInvestments", title: Phrase("基金所投企业", "Investments of funds"),
      columns: [
        Column("company", Phrase("被投企业", "Company")), Column("region", Phrase("区划", "Region")),
        Column("industry", Phrase("行业", "Industry")), Column("first", Phrase("首次投资", "First invested"), .day),
        Column("count", Phrase("笔数", "Times"), .integer),
        Column("invested", Phrase("累计投资", "Invested"), .money),
        Column("share", Phrase("基金持股比例", "Fund's share"), .percent(decimals: 2)),
      ])
    let stakes = try companies()
    for deal in view.register.deals {
      guard let own = stakes[deal.id], !own.isEmpty else { continue }
      var (sum, count) = (Int64(0), 0)
      table.add(.text(deal.name), role: .header)
      for (party, stake) in own.sorted(by: { ($0.value.first, $0.key.rawValue) < ($1.value.first, $1.key.rawValue) }) {
        let company = view.register.party(party, on: view.moment.asOf)
        try sum.add(stake.invested)
        count += stake.count
        table.add(
          .text(company.name), .text(company.region), .text(company.industry), .day(stake.first), .count(stake.count),
          view.money(stake.invested), stake.share.map { .share($0) } ?? .empty, indent: 1)
      }
      table.add(.phrase(.subtotal), .empty, .empty, .empty, .count(count), view.money(sum), .empty, role: .subtotal)
    }
    return table.rows.isEmpty ? nil : table
  }

  private func name(of party: PartyID) -> Cell { party.isNone ? .empty : .text(view.register[party].name) }

  /// What a fund put into one company.
  private struct CompanyStake {
    var first = Day.never
    var count = 0
    var invested: Int64 = 0
    var share: Rate?
    var shareDay = Day.always
  }

  /// The companies of each fund's deal; what was reversed does not count.
  private func companies() throws(Diagnostic) -> [DealID: [PartyID: CompanyStake]] {
    let reversals = Reversals(in: view.facts)
    var stakes: [DealID: [PartyID: CompanyStake]] = [:]
    for fact in view.facts where fact.measure == .deployed || fact.measure == .fundShare {
      let party = fact.dimensions.party
      if party.isNone || reversals.hides(fact) || fact.commodity != view.register.baseID { continue }
      var stake = stakes[fact.dimensions.deal]?[party] ?? CompanyStake()
      if fact.measure == .deployed {
        stake.first = min(stake.first, fact.day)
        stake.count += 1
        try stake.invested.add(fact.amount)
      } else if fact.day >= stake.shareDay {
        stake.share = Rate(partsPerBillion: fact.amount)
        stake.shareDay = fact.day
      }
      stakes[fact.dimensions.deal, default: [:]][party] = stake
    }
    return stakes
  }
}
