import LedgerCore
import ReportDocument

extension Samples {
  /// A document with a chart of every kind.
  static var charts: ReportDocument {
    ReportDocument(
      "charts", title: Phrase("图", "Charts"),
      sections: [Section("charts", title: .none, blocks: Chart.Kind.allCases.map { .chart(chart($0)) })])
  }

  /// A chart of a kind, in amounts of yuan: what was opened with, two changes, what is left.
  static func chart(_ kind: Chart.Kind) -> Chart {
    let second: [Cell] = [.money(50_000_000), .empty, .money(25_000_000), .money(75_000_000)]
    return Chart(
      kind.rawValue, title: Phrase("图 \(kind.rawValue)", "Chart \(kind.rawValue)"), kind: kind,
      categories: [Phrase("期初", "Opening"), Phrase("增加", "Up"), Phrase("减少", "Down"), Phrase("期末", "Closing")],
      series: [
        Chart.Series(
          "one", Phrase("甲", "One"),
          [.money(100_000_000), .money(60_000_000), .money(-40_000_000), .money(120_000_000)]),
        Chart.Series("two", Phrase("乙", "Two"), second),
      ],
      alternative: Phrase("由一百万到一百二十万", "From one million to 1.2 million"))
  }
}
