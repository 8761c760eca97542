import LedgerCore
import Portfolio
import ReportDocument

/// The pictures of what is held: how it came about, in which industries, in which regions.
struct HoldingsCharts {
  let view: PortfolioView

  /// Bars of a ranking; what is smaller is put together.
  private static let barsMax = 14

  /// All of them, those without a figure left out.
  func blocks() throws(Diagnostic) -> [Block] {
    try [movement(), industries(), regions()].compactMap { $0.map { .chart($0) } }
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
        "账面余额由期初\(view.words(opening))变为期末\(view.words(total.closing))。",
        "Carrying amounts went from \(view.words(opening)) to \(view.words(total.closing))."),
      tableID: "holdings")
  }

  /// Carrying amounts by industry of the investee, the largest first; funds by themselves.
  func industries() throws(Diagnostic) -> Chart? {
    let names = try IndustryNames.builtIn()
    return try ranking(
      "holdingsIndustries", Phrase("账面余额：按行业", "Carrying amount by industry"), rest: Phrase("其余行业", "Other industries")
    ) { deal in
      let rank = HoldingsSection.rank(of: deal, in: view.register)
      if rank < 2 { return HoldingsSection.phrase(ofRank: rank) }
      let industry = view.party(of: deal)?.industry ?? ""
      return industry.isEmpty ? Phrase("未列行业", "No industry given") : names.label(of: industry)
    }
  }

  /// Carrying amounts by region of the investee, the largest first.
  func regions() throws(Diagnostic) -> Chart? {
    try ranking(
      "holdingsRegions", Phrase("账面余额：按区划", "Carrying amount by region"), rest: Phrase("其余区划", "Other regions")
    ) { deal in
      let code = view.party(of: deal)?.region ?? ""
      if code.isEmpty { return Phrase("未列区划", "No region given") }
      return .plain(Region.named(code).map { "\(code) \($0.name)" } ?? code)
    }
  }

  /// Carrying amounts by a label of each deal, the largest first; nil when there are not two labels.
  private func ranking(
    _ id: String, _ title: Phrase, rest: Phrase, label: (Deal) -> Phrase
  ) throws(Diagnostic) -> Chart? {
    var sums: [Phrase: Int64] = [:]
    for deal in view.register.deals {
      let carrying = try view.closing(of: deal.id).carryingAmount
      if carrying != 0 { try sums[label(deal), default: 0].add(carrying) }
    }
    var bars = sums.sorted { ($1.value, $0.key.zh) < ($0.value, $1.key.zh) }
    guard bars.count > 1, let largest = bars.first else { return nil }
    if bars.count > HoldingsCharts.barsMax {
      var sum: Int64 = 0
      for bar in bars[(HoldingsCharts.barsMax - 1)...] { try sum.add(bar.value) }
      bars = bars[..<(HoldingsCharts.barsMax - 1)] + [(rest, sum)]
    }
    return Chart(
      id, title: title, kind: .bars, categories: bars.map(\.key),
      series: [Chart.Series("carrying", Phrase("账面余额", "Carrying amount"), bars.map { view.money($0.value) })],
      alternative: Phrase(
        "\(sums.count)类持有，最大者为\(largest.key.zh)，账面余额\(view.words(largest.value))。",
        "Holdings of \(sums.count) kinds; the largest is \(largest.key.en) with \(view.words(largest.value))."),
      tableID: "positions")
  }
}
