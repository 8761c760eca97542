import LedgerCore
import Portfolio
import ReportDocument

/// Money by budget year against its envelopes.
struct BudgetChart {
  let view: PortfolioView
  /// The last budget year that is drawn.
  let lastYear: Int

  /// Paid beside the final budget, one budget year after the other; nil for fewer than two years.
  func chart() throws(Diagnostic) -> Chart? {
    var sums: [Int: (final: Int64, paid: Int64)] = [:]
    for envelope in view.register.envelopes where envelope.year <= lastYear {
      let figures = view.fold[envelope.id]
      if figures.isEmpty { continue }
      try sums[envelope.year, default: (0, 0)].final.add(figures.final)
      try sums[envelope.year, default: (0, 0)].paid.add(figures.paid)
    }
    let years = sums.sorted { $0.key < $1.key }
    guard years.count > 1, let last = years.last else { return nil }
    let (final, paid) = (view.words(last.value.final), view.words(last.value.paid))
    return Chart(
      "budgetYears", title: Phrase("各年度指标与支付", "Budget and payments by year"), kind: .columns,
      categories: years.map { .plain("\($0.key)") },
      series: [
        Chart.Series("final", Phrase("调整后指标", "Final budget"), years.map { view.money($0.value.final) }),
        Chart.Series("paid", Phrase("已支付", "Paid"), years.map { view.money($0.value.paid) }),
      ],
      alternative: Phrase(
        "\(years.count)个年度的指标与支付：\(last.key)年指标\(final)，已支付\(paid)。",
        "Budget and payments of \(EnglishCount.of(years.count, "year")): in \(last.key) the budget was \(final), of which \(paid) was paid."
      ))
  }
}

extension PortfolioView {
  /// An amount in words, for those who cannot see a chart.
  func words(_ value: Int64) -> String {
    "\(DecimalText.format(value, scale: base.scale, grouped: true)) \(base.code)"
  }
}
