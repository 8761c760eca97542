import LedgerCore
import Portfolio
import ReportDocument

/// The pictures of the yearly report.
struct YearCharts {
  let view: PortfolioView
  let year: Int

  /// Bars of the chart by industry; what is smaller is put together.
  private static let industriesMax = 14

  /// Paid beside the final budget, one budget year after the other; nil for fewer than two years.
  func budget() throws(Diagnostic) -> Chart? {
    var sums: [Int: (final: Int64, paid: Int64)] = [:]
    for envelope in view.register.envelopes where envelope.year <= year {
      let figures = view.fold[envelope.id]
      if figures.isEmpty { continue }
      try sums[envelope.year, default: (0, 0)].final.add(figures.final)
      try sums[envelope.year, default: (0, 0)].paid.add(figures.paid)
    }
    let years = sums.sorted { $0.key < $1.key }
    guard years.count > 1, let last = years.last else { return nil }
    return Chart(
      "budgetYears", title: Phrase("各年度指标与支付", "Budget and payments by year"), kind: .columns,
      categories: years.map { .plain("\($0.key)") },
      series: [
        Chart.Series("final", Phrase("调整后指标", "Final budget"), years.map { view.money($0.value.final) }),
        Chart.Series("paid", Phrase("已支付", "Paid"), years.map { view.money($0.value.paid) }),
      ],
      alternative: Phrase(
        "\(years.count)个年度的指标与支付：\(last.key)年指标\(amount(last.value.final))，已支付\(amount(last.value.paid))。",
        "Budget and payments of \(years.count) years: in \(last.key) the budget was \(amount(last.value.final)), "
          + "of which \(amount(last.value.paid)) was paid."))
  }

  /// Carrying amounts from opening to closing, columns of the movement in which nothing happened left out.
  func movement() throws(Diagnostic) -> Chart? {
    var total = HoldingMovement()
    for deal in view.fold.deals { try total.add(HoldingMovement(deal)) }
    let columns = zip(HoldingsSection.movementColumns, total.amounts).filter {
      $0.id == "opening" || $0.id == "closing" || $1 != 0
    }
    guard columns.count > 2, let opening = total.amounts.first else { return nil }
    return Chart(
      "holdingsMovement", title: Phrase("账面余额：由期初到期末", "Carrying amount from opening to closing"),
      kind: .waterfall, categories: columns.map { $0.0.title },
      series: [Chart.Series("amount", Phrase("金额", "Amount"), columns.map { view.money($0.1) })],
      alternative: Phrase(
        "账面余额由期初\(amount(opening))变为期末\(amount(total.closing))。",
        "Carrying amounts went from \(amount(opening)) to \(amount(total.closing))."),
      tableID: "holdings")
  }

  /// Carrying amounts by industry of the investee, the largest first; funds by themselves.
  func industries() throws(Diagnostic) -> Chart? {
    var sums: [Phrase: Int64] = [:]
    for deal in view.register.deals {
      let carrying = try view.closing(of: deal.id).carryingAmount
      if carrying != 0 { try sums[label(of: deal), default: 0].add(carrying) }
    }
    var bars = sums.sorted { ($1.value, $0.key.zh) < ($0.value, $1.key.zh) }
    guard bars.count > 1, let largest = bars.first else { return nil }
    if bars.count > YearCharts.industriesMax {
      var rest: Int64 = 0
      for bar in bars[(YearCharts.industriesMax - 1)...] { try rest.add(bar.value) }
      bars = bars[..<(YearCharts.industriesMax - 1)] + [(Phrase("其余行业", "Other industries"), rest)]
    }
    return Chart(
      "holdingsIndustries", title: Phrase("账面余额：按行业", "Carrying amount by industry"), kind: .bars,
      categories: bars.map(\.key),
      series: [Chart.Series("carrying", Phrase("账面余额", "Carrying amount"), bars.map { view.money($0.value) })],
      alternative: Phrase(
        "\(sums.count)类持有，最大者为\(largest.key.zh)，账面余额\(amount(largest.value))。",
        "Holdings of \(sums.count) kinds; the largest is \(largest.key.en) with \(amount(largest.value))."),
      tableID: "positions")
  }

  /// What a holding is counted as: a fund or international organisation as such, a company by its industry.
  private func label(of deal: Deal) -> Phrase {
    let rank = HoldingsSection.rank(of: deal, in: view.register)
    if rank < 2 { return HoldingsSection.phrase(ofRank: rank) }
    let industry = deal.party.isNone ? "" : view.register[deal.party].industry
    return industry.isEmpty ? Phrase("未列行业", "No industry given") : Phrase("行业 " + industry, "Industry " + industry)
  }

  /// An amount in words.
  private func amount(_ value: Int64) -> String {
    "\(DecimalText.format(value, scale: view.base.scale, grouped: true)) \(view.base.code)"
  }
}
