import LedgerCore
import Portfolio
import ReportDocument

/// Investments made in the period (DOMAIN §7 A): what was paid on each deal, and whose money came beside it.
struct InvestmentsSection {
  let view: PortfolioView

  /// What the figures mean.
  static let definition = Phrase(
    "净出资＝预算资金＋滚动资金−退回；累计认缴不少于累计出资；他方股权资金为同轮或基金层实缴，不含贷款、银行对企业的股权投资、后续轮次和老股受让",
    "paid, net = fresh + recycled − refunded; committed is never below what was paid; others' equity is what was paid in the same closing or fund, without "
      + "loans, equity of banks in companies, later rounds and shares bought from holders")

  /// One row a deal on which money was paid, paid back or taken over in the period.
  func table() throws(Diagnostic) -> Table {
    var table = Table(
      "investments",
      columns: [
        Column("deal", Phrase("项目", "Deal"), link: .refers("deal")), Column("investee", Phrase("被投单位", "Investee")),
        Column("region", Phrase("区划", "Region")), Column("industry", Phrase("行业", "Industry")),
        Column("method", Phrase("方式", "Method")), Column("firstPaid", Phrase("首次出资", "First paid"), .day),
        Column("fresh", Phrase("预算资金", "Fresh"), .money), Column("recycled", Phrase("滚动资金", "Recycled"), .money),
        Column("refunded", Phrase("退回", "Refunded"), .money), Column("paid", Phrase("本期净出资", "Paid, net"), .money),
        Column("cumulative", Phrase("累计出资", "Paid to date"), .money),
        Column("committed", Phrase("累计认缴", "Committed"), .money),
        Column("share", Phrase("持股比例", "Share"), .percent(decimals: 2)),
        Column("others", Phrase("本期他方股权资金", "Others' equity"), .money),
      ])
    var totals = Array(repeating: Int64(0), count: 7)
    let others = try othersPaid()
    for deal in view.register.deals {
      let own = view.fold[deal.id]
      let beside = others[deal.id] ?? 0
      if own.during[.paidFresh] == 0 && own.during[.paidRecycled] == 0 && own.during[.refunded] == 0 { continue }
      let closing = try view.closing(of: deal.id)
      let amounts = [
        own.during[.paidFresh], own.during[.paidRecycled], 0 - own.during[.refunded], own.during.paidIn, closing.paidEver,
        // As everywhere: what was paid was committed.
        max(closing[.committed], closing.paidEver), beside,
      ]
      for (index, amount) in amounts.enumerated() { try totals[index].add(amount) }
      let party = view.party(of: deal)
      let share: Cell = view.share(of: deal.id)
      table.rows.append(
        Row(
          [
            .text(deal.name), view.investee(of: deal), .text(party?.region ?? ""), .text(party?.industry ?? ""),
            .code(deal.method.rawValue, Phrase(deal.method.chinese, deal.method.rawValue)), .day(own.firstPaid),
          ] + amounts[..<6].map(view.money) + [share, view.money(beside)]))
    }
    table.rows.append(
      Row(
        [.phrase(.total)] + Array(repeating: .empty, count: 5) + totals[..<6].map(view.money)
          + [.empty, view.money(totals[6])], role: .total))
    return table
  }

  /// Equity that others paid in the same closing or fund in the period; loans, equity of banks in companies, later rounds and
  /// secondary purchases left out.
  private func othersPaid() throws(Diagnostic) -> [DealID: Int64] {
    var sums: [DealID: Int64] = [:]
    for fact in view.fold.listed where fact.measure == .contributed && !fact.dimensions.deal.isNone {
      let traits = fact.traits
      let isPaid = traits.stage == .paid || traits.stage == .returned
      let place = ContributionPlace(traits, of: view.register[fact.dimensions.deal], in: view.register)
      // An interest that changes hands brings the fund nothing.
      if isPaid && place == .partner && !traits.isSecondary && !traits.isAssigned {
        try sums[fact.dimensions.deal, default: 0].add(fact.amount)
      }
    }
    return sums
  }
}
