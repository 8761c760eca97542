import LedgerCore

extension Statement.Text {
  /// The text with its amounts in full, whatever the unit of the report: 8,000,000.00元, CNY 8,000,000.00.
  func inFull(_ language: Language) -> String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .value(let cell, let decimals): Statement.Text.inFull(cell, decimals: decimals, language)
      }
    }.joined()
  }

  /// One value in full; nothing for an empty one, a dash for one that is not defined.
  private static func inFull(_ cell: Cell, decimals: Int, _ language: Language) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): text
    case .phrase(let phrase), .code(_, let phrase): phrase[language]
    case .money(let amount, let commodity): inFull(amount, commodity, language)
    case .ratio(let ratio): ratio.rounded(decimals: decimals).map { DecimalText.format($0, scale: decimals, grouped: true) } ?? "—"
    case .amounts: "—"
    case .percent(let ratio):
      ratio.rounded(decimals: decimals + 2).map { DecimalText.format($0, scale: decimals, grouped: true) + "%" } ?? "—"
    case .rate(let rate):
      rate.rounded(decimals: decimals + 2).flatMap { Int64(exactly: $0) }
        .map { DecimalText.format($0, scale: decimals, grouped: true) + "%" } ?? "—"
    case .day(let day): day == .always || day == .never ? "" : day.description
    case .integer(let value): DecimalText.format(value, scale: 0, grouped: true)
    }
  }

  private static func inFull(_ amount: Int64, _ commodity: Commodity, _ language: Language) -> String {
    let digits = DecimalText.format(amount, scale: commodity.scale, grouped: true)
    let isYuan = language == .zh && commodity.code == Commodity.renminbi.code
    return isYuan ? digits + "元" : "\(commodity.code) \(digits)"
  }
}
