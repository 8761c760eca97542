import LedgerCore
import ReportDocument

/// The values of a chart as whole numbers of one scale, so that they can be placed without rounding.
struct ChartNumbers {
  /// What all values are.
  private enum Kind: Equatable {
    case money(Commodity)
    case ratio, percent, count
  }

  /// Decimals that ratios are placed by.
  private static let ratioScale = 6
  /// Rates beyond this are not drawn, so that no sum leaves its range; amounts and ratios are far below.
  private static let magnitudeMax = DecimalBytes.power(18) * DecimalBytes.power(12)

  /// The values of each series, one a category; nil where there is none.
  let series: [[Int128?]]
  /// How many decimals the whole numbers carry in the unit that is shown.
  let scale: Int
  /// What follows a number: `%` or nothing.
  let suffix: String
  /// Decimals of a value as it is labelled.
  let decimals: Int
  /// Whether values are amounts, whose decimals may be left out where room is short.
  let isMoney: Bool
  /// What amounts in yuan may be shortened to where room is short: the power of ten and its word; nil for others.
  private let short: (exponent: Int, word: String)?

  /// The values of a chart in the unit of the options.
  init(_ chart: Chart, _ options: RenderOptions) {
    let kind = chart.series.lazy.flatMap(\.values).compactMap(ChartNumbers.kind).first ?? .count
    let count = chart.categories.count
    series = chart.series.map { series in
      let values = series.values.prefix(count).map { ChartNumbers.kind(of: $0) == kind ? ChartNumbers.number($0) : nil }
      return values + Array(repeating: nil, count: count - values.count)
    }
    isMoney = if case .money = kind { true } else { false }
    if case .money(let commodity) = kind, commodity.isRenminbi, options.unit == .yuan {
      short = options.language == .zh ? (4, "万") : (6, "m")
    } else {
      short = nil
    }
    switch kind {
    case .money(let commodity):
      let exponent = commodity.isRenminbi ? options.unit.exponent : 0
      scale = commodity.scale + exponent
      decimals = min(exponent == 0 ? commodity.scale : max(options.unitDecimals, 0), scale)
      suffix = commodity.isRenminbi ? "" : " " + commodity.code
    case .ratio: (scale, decimals, suffix) = (ChartNumbers.ratioScale, 2, "")
    case .percent: (scale, decimals, suffix) = (ChartNumbers.ratioScale - 2, 2, "%")
    case .count: (scale, decimals, suffix) = (0, 0, "")
    }
  }

  /// Whether there is nothing to draw.
  var isEmpty: Bool { !series.contains { $0.contains { $0 != nil } } }

  /// A number as it is labelled, rounded half up.
  func label(_ value: Int128, decimals: Int) -> String {
    var bytes: [UInt8] = []
    let cut = max(scale - decimals, 0)
    let rounded = cut > 18 ? 0 : value.dividedHalfUp(by: DecimalBytes.power(cut))
    DecimalBytes.append(rounded, scale: min(decimals, scale), grouped: true, to: &bytes)
    return String(decoding: bytes, as: UTF8.self) + suffix
  }

  /// The labels of values in full, or of whole units when those are too wide, or in 万 or millions where even whole yuan are;
  /// nil when none fit.
  func labels(of values: [Int128?], cellsMax: Int) -> [String]? {
    func labels(_ write: (Int128) -> String) -> [String]? {
      let labels = values.map { $0.map(write) ?? "" }
      return labels.allSatisfy { TextWidth.of($0) <= cellsMax } ? labels : nil
    }
    for decimals in isMoney && decimals > 0 ? [decimals, 0] : [decimals] {
      if let found = labels({ label($0, decimals: decimals) }) { return found }
    }
    guard let short else { return nil }
    for decimals in [2, 1, 0] {
      if let found = labels({ $0 == 0 ? "0" : shortened($0, short, decimals: decimals) }) { return found }
    }
    return nil
  }

  /// An amount in a larger unit, rounded half up: 1,234.5万.
  private func shortened(_ value: Int128, _ short: (exponent: Int, word: String), decimals: Int) -> String {
    var bytes: [UInt8] = []
    let rounded = value.dividedHalfUp(by: DecimalBytes.power(scale + short.exponent - decimals))
    DecimalBytes.append(rounded, scale: decimals, grouped: true, to: &bytes)
    return String(decoding: bytes, as: UTF8.self) + short.word
  }

  private static func kind(of cell: Cell) -> Kind? {
    switch cell {
    case .money(_, let commodity): .money(commodity)
    case .ratio, .amounts: .ratio
    case .percent, .rate: .percent
    case .integer: .count
    case .empty, .text, .phrase, .code, .day: nil
    }
  }

  private static func number(_ cell: Cell) -> Int128? {
    switch cell {
    case .money(let minorUnits, _): Int128(minorUnits)
    case .integer(let value): Int128(value)
    case .ratio(let ratio), .percent(let ratio):
      ratio.isDefined
        ? (Int128(ratio.numerator) * DecimalBytes.power(ratioScale)).dividedHalfUp(by: Int128(ratio.denominator)) : nil
    case .rate(let rate): rate.rounded(decimals: ratioScale).flatMap { $0.magnitude <= magnitudeMax.magnitude ? $0 : nil }
    case .empty, .text, .phrase, .code, .amounts, .day: nil
    }
  }
}
