import LedgerCore
import Portfolio
import ReportDocument

/// The figures of one part that two moments of knowledge see differently: first, later, difference.
struct RestatementTable {
  /// The rows that differ; empty when none does.
  let table: Table

  /// What one row is about.
  private struct Key: Hashable {
    let name: String
    let measure: Phrase
    let commodity: Commodity
  }

  /// Compares one part of two sets of figures.
  ///
  /// - Throws: `sumOverflow` when a difference leaves 64 bits.
  init(_ part: KnownFigures.Part, _ before: KnownFigures, _ after: KnownFigures) throws(Diagnostic) {
    var table = Table(
      part.rawValue,
      columns: [
        Column("name", Phrase("名称", "Name")), Column("measure", Phrase("项目", "Figure")),
        Column(Table.commodityColumnID, Phrase("币种", "Commodity")), Column("before", Phrase("先前", "First"), .money),
        Column("after", Phrase("后来", "Later"), .money), Column("difference", Phrase("差异", "Difference"), .money),
      ])
    var keys: [Key] = []
    var amounts: [Key: (before: Int64, after: Int64)] = [:]
    for (figures, isAfter) in [(before.parts[part] ?? [], false), (after.parts[part] ?? [], true)] {
      for figure in figures {
        let key = Key(name: figure.name, measure: figure.measure, commodity: figure.commodity)
        if amounts[key] == nil { keys.append(key) }
        if isAfter {
          amounts[key, default: (0, 0)].after = figure.amount
        } else {
          amounts[key, default: (0, 0)].before = figure.amount
        }
      }
    }
    for key in keys {
      guard let (before, after) = amounts[key], before != after else { continue }
      let difference = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try after.minus(before) }
      table.add(
        .text(key.name), .phrase(key.measure), .text(key.commodity.code), .money(before, key.commodity),
        .money(after, key.commodity), .money(difference, key.commodity))
    }
    self.table = table
  }

  /// The headline multipliers that differ.
  static func multipliers(
    _ before: any LedgerSource, _ after: any LedgerSource, moment: Moment
  ) throws(Diagnostic) -> Table {
    var table = Table(
      "multipliers",
      columns: [
        Column("metric", Phrase("指标", "Metric")), Column("before", Phrase("先前", "First"), .ratio(decimals: 4)),
        Column("after", Phrase("后来", "Later"), .ratio(decimals: 4)),
      ])
    let policy = LeveragePolicy()
    let old = try ratios(before, moment, policy)
    let new = try ratios(after, moment, policy)
    for (first, later) in zip(old, new) where !first.ratio.hasValue(of: later.ratio) {
      let isShare = first.metric.isShare
      let values = [first.ratio, later.ratio].map { isShare ? Cell.percent($0) : Cell.ratio($0) }
      table.rows.append(Row([.text(first.metric.rawValue)] + values))
    }
    return table
  }

  private static func ratios(
    _ source: any LedgerSource, _ moment: Moment, _ policy: LeveragePolicy
  ) throws(Diagnostic) -> [(metric: LeverageMetric, ratio: Ratio)] {
    let facts = try source.facts(at: moment, of: LeverageView.measures)
    return try LeverageReport.figures(
      of: try LeverageView(facts, register: source.register, by: .none).total, policy)
  }
}
