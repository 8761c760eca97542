import LedgerCore

/// The days that the rows above a statement's heading say it covers: `起止日期：2023-01-01 至 2023-12-31`, `20230101-20231231`,
/// `2023年1月1日至12月31日`, `期间：2023年1月-12月`, or 起始日期 and 截止日期 with their values behind them or in the next cell.
struct StatementPeriod {
  private(set) var from: Day?
  private(set) var to: Day?
  /// The row that speaks of days without saying them; nil when there is none.
  private(set) var unread: SheetRow?

  /// Words that the first day follows.
  private static let starts = ["起始日期", "开始日期", "起始日", "开始日", "起始时间", "开始时间", "startdate", "fromdate", "datefrom"]
  /// Words that the last day follows.
  private static let ends = [
    "截止日期", "截至日期", "终止日期", "结束日期", "截止日", "截至日", "终止日", "结束日", "截止时间", "结束时间", "截止", "截至", "enddate", "todate", "dateto",
  ]
  /// Words that both days follow, or the month.
  private static let spans = [
    "起止日期", "起讫日期", "起止时间", "起止日", "日期范围", "查询日期", "查询期间", "查询区间", "对账期间", "会计期间", "账单期间", "账期", "期间", "日期区间", "对账单月份",
    "月份", "statementperiod", "period",
  ]
  /// Words that the day of the print follows.
  private static let prints = ["打印", "制表", "查询时间", "导出", "生成", "下载", "制单", "出具日期", "printed"]
  /// Words of a title whose month or year is what the statement is of.
  private static let titles = ["对账单", "明细", "流水", "清单"]

  /// Takes in one row above the heading.
  mutating func read(_ row: SheetRow) {
    // Cells with the same text, as merged ones have, say it once.
    var texts: [String] = []
    for cell in row.cells where texts.last != cell.text { texts.append(SheetText.narrowed(cell.text)) }
    if let found = StatementPeriod.range(in: texts) {
      (from, to) = (found.lowerBound, found.upperBound)
      return
    }
    let text = texts.joined(separator: " ")
    let labelled = StatementPeriod.labelled(text)
    if let first = labelled.from { from = first }
    if let last = labelled.to { to = last }
    if let from, let to, from > to { (self.from, self.to, unread) = (nil, nil, row) }
    if labelled.from == nil && labelled.to == nil && StatementPeriod.speaksOfDays(text) { unread = unread ?? row }
  }

  /// Both days in one row: joined by a mark or 至, behind a word for both, or alone together in one cell.
  private static func range(in texts: [String]) -> ClosedRange<Day>? {
    let pieces = StatementPeriodPiece.pieces(of: texts.joined(separator: " "))
    for (index, piece) in pieces.enumerated() {
      guard case .days(let first) = piece, index + 2 < pieces.count, case .mark = pieces[index + 1],
        case .days(let last) = pieces[index + 2], first.lowerBound <= last.upperBound
      else { continue }
      return first.lowerBound...last.upperBound
    }
    for text in texts {
      let folded = SheetText.folded(text)
      let isPrint = prints.contains { folded.contains($0) }
      let own = StatementPeriodPiece.pieces(of: text).compactMap(\.days)
      if isPrint { continue }
      if own.count == 2, own[0].lowerBound < own[1].lowerBound, !(starts + ends).contains(where: { folded.contains($0) }) {
        return own[0].lowerBound...own[1].upperBound
      }
      // A month or a year that the title or a label names.
      let isNamed = titles.contains { folded.contains($0) } || spans.contains { folded.contains($0) }
      if own.count == 1, own[0].lowerBound < own[0].upperBound, isNamed { return own[0] }
    }
    // A label in one cell, its month or its two days in the next ones.
    for (index, text) in texts.enumerated() where spans.contains(where: { SheetText.folded(text).hasPrefix($0) }) {
      let own = texts[index...].flatMap { StatementPeriodPiece.pieces(of: $0).compactMap(\.days) }
      guard let first = own.first else { continue }
      if first.lowerBound < first.upperBound { return first }
      if own.count > 1, first.lowerBound <= own[1].upperBound { return first.lowerBound...own[1].upperBound }
    }
    return nil
  }

  /// The days behind the words for the first and the last one.
  private static func labelled(_ text: String) -> (from: Day?, to: Day?) {
    let folded = SheetText.narrowed(text).lowercased()
    func days(behind labels: [String]) -> ClosedRange<Day>? {
      for label in labels {
        var search = folded[...]
        while let found = search.firstRange(of: label) {
          let rest = search[found.upperBound...]
          // What stands behind the next word is that one's.
          let own = rest.prefix { $0.isNumber || $0.isPunctuation || $0.isWhitespace || "年月日号".contains($0) }
          if let days = StatementPeriodPiece.pieces(of: String(own)).lazy.compactMap(\.days).first { return days }
          search = rest
        }
      }
      return nil
    }
    return (days(behind: starts)?.lowerBound, days(behind: ends)?.upperBound)
  }

  /// Whether a row has a word for the days of a statement, or something between numbers that might be two days.
  private static func speaksOfDays(_ text: String) -> Bool {
    let folded = SheetText.folded(text)
    if (starts + ends + spans).contains(where: { folded.contains($0) }) { return true }
    if prints.contains(where: { folded.contains($0) }) { return false }
    return ["至", "~"].contains { mark in
      let parts = folded.split(separator: mark, maxSplits: 1)
      return parts.count == 2 && parts[0].last.map { $0.isNumber || "年月日号".contains($0) } == true && parts[1].first?.isNumber == true
    }
  }
}
