import LedgerCore
import Portfolio
import ReportDocument

/// When the terms of what is held end: carrying amounts by the year in which they do.
struct ExitsDueChart {
  let view: PortfolioView

  /// What is overdue first, then year by year, then what has no term; nil when no holding has a term.
  func chart() throws(Diagnostic) -> Chart? {
    guard view.cutOff != .always, view.cutOff != .never else { return nil }
    var years: [Int: Int64] = [:]
    var overdue: Int64 = 0
    var open: Int64 = 0
    for deal in view.register.deals {
      let closing = try view.closing(of: deal.id)
      guard closing.cost > 0 || closing.carryingAmount > 0 else { continue }
      let end = PositionsSection.termEnd(of: deal, view)
      if end == .never {
        try open.add(closing.carryingAmount)
      } else if end < view.cutOff {
        try overdue.add(closing.carryingAmount)
      } else {
        try years[end.year, default: 0].add(closing.carryingAmount)
      }
    }
    if years.isEmpty && overdue == 0 { return nil }
    var bars: [(label: Phrase, amount: Int64)] = overdue == 0 ? [] : [(Phrase("已逾期", "Overdue"), overdue)]
    // Years in which nothing ends stand too, so that the distance can be seen.
    if let first = years.keys.min(), let last = years.keys.max() {
      for year in first...last { bars.append((.plain("\(year)"), years[year] ?? 0)) }
    }
    if open != 0 { bars.append((Phrase("无期限", "No term"), open)) }
    let next = years.keys.min().map { "\($0)" }
    let (late, soon) = (view.words(overdue), view.words(next.flatMap { Int($0) }.flatMap { years[$0] } ?? 0))
    return Chart(
      "exitsDueYears", title: Phrase("到期：账面余额按到期年度", "Terms ending: carrying amount by year"), kind: .columns,
      categories: bars.map(\.label),
      series: [Chart.Series("carrying", Phrase("账面余额", "Carrying amount"), bars.map { view.money($0.amount) })],
      alternative: Phrase(
        "已逾期\(late)" + (next.map { "，\($0)年到期\(soon)" } ?? "") + "。",
        "Overdue: \(late)" + (next.map { "; ending in \($0): \(soon)" } ?? "") + "."))
  }
}
