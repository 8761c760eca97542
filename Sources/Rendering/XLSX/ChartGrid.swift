import LedgerCore
import ReportDocument

/// The figures of a chart as a spreadsheet draws them: categories down, series across.
struct ChartGrid {
  /// What a series of the chart is drawn as.
  enum Part: Equatable {
    /// Seen, in the style of the series of a number.
    case series(Int)
    /// Not seen: what a column stands on.
    case base
    /// The first and last level, a rise, a fall of a waterfall.
    case level, rise, fall
  }

  /// One column of figures.
  struct Series {
    let name: String
    let part: Part
    var values: [Double?]
  }

  /// How the figures are drawn.
  let kind: Chart.Kind
  /// The heading, with the unit of amounts.
  let title: String
  /// The labels of the categories.
  let categories: [String]
  /// The columns of figures.
  let series: [Series]
  /// The format of the figures.
  let numberFormat: String
  /// The format of the axis: no more decimals than its numbers need.
  let axisFormat: String
  /// The row of the sheet of figures where the chart's begin.
  let firstRow: UInt32

  /// The figures of a chart in the unit of the options.
  init(_ chart: Chart, _ text: HumanText, firstRow: UInt32) {
    let numbers = ChartNumbers(chart, text.options)
    let string = { (phrase: Phrase) in text.string(.phrase(phrase), HumanText.Style()) }
    self.firstRow = firstRow
    kind = chart.kind
    let unit = numbers.isMoney && numbers.suffix.isEmpty ? text.options.unit.label : .none
    let parenthesis = text.options.language == .zh ? ("（", "）") : (" (", ")")
    title = string(chart.title) + (unit.isEmpty ? "" : parenthesis.0 + string(unit) + parenthesis.1)
    categories = chart.categories.map(string)
    let value = { (number: Int128?) in number.map { CellNumber.near($0, exponent: numbers.scale) } }
    switch chart.kind {
    case .waterfall: series = ChartGrid.waterfall(numbers.series.first ?? [], text.options.language, value)
    case .bars:
      series = zip(chart.series, numbers.series).prefix(1).map { Series(name: string($0.name), part: .series(0), values: $1.map(value)) }
    case .columns, .stackedColumns, .line:
      series = zip(chart.series, numbers.series).enumerated().map { index, pair in
        Series(name: string(pair.0.name), part: .series(index), values: pair.1.map(value))
      }
    }
    numberFormat = NumberFormat.decimal(numbers.decimals, suffix: numbers.suffix)
    let largest = series.flatMap(\.values).compactMap { $0?.magnitude }.max() ?? 0
    axisFormat =
      NumberFormat.decimal(largest >= 10 ? 0 : min(numbers.decimals, 2), suffix: numbers.suffix)
      .split(separator: ";").first.map(String.init) ?? ""
  }

  /// Whether there is nothing to draw.
  var isEmpty: Bool { !series.contains { $0.part != .base && $0.values.contains { $0 != nil } } }

  /// Steps between two levels as columns on top of each other: what each stands on is not seen. A step across zero has
  /// a part on either side.
  private static func waterfall(
    _ numbers: [Int128?], _ language: Language, _ value: (Int128?) -> Double?
  ) -> [Series] {
    let names = [
      Phrase("底", "Base"), Phrase("余额", "Level"), Phrase("增加", "Rise"), Phrase("增加（零下）", "Rise below zero"),
      Phrase("减少", "Fall"), Phrase("减少（零下）", "Fall below zero"),
    ]
    let parts: [Part] = [.base, .level, .rise, .rise, .fall, .fall]
    var columns = Array(repeating: Array<Int128?>(repeating: nil, count: numbers.count), count: parts.count)
    var level: Int128 = 0
    for (index, number) in numbers.enumerated() {
      guard let number else { continue }
      if index == 0 || index == numbers.count - 1 {
        columns[1][index] = number
        level = number
        continue
      }
      let next = level + number
      let (low, high) = (min(level, next), max(level, next))
      let above = number >= 0 ? 2 : 4
      if low >= 0 {
        columns[0][index] = low
        columns[above][index] = high - low
      } else if high <= 0 {
        columns[0][index] = high
        columns[above + 1][index] = low - high
      } else {
        columns[above][index] = high
        columns[above + 1][index] = low
      }
      level = next
    }
    return zip(zip(names, parts), columns).compactMap { named, numbers in
      guard numbers.contains(where: { $0 != nil }) else { return nil }
      return Series(name: named.0[language], part: named.1, values: numbers.map(value))
    }
  }
}
