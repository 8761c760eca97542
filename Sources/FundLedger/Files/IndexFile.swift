import Analytics
import LedgerCore
import Spreadsheets

/// A file of levels of a market index: columns date and level, with or without a row of names.
public struct IndexFile {
  /// The levels by day.
  public let series: IndexSeries
  /// What the index is called: the name of the file without folder and ending.
  public let name: String
  /// The headings of the columns that could be the levels, the one that was read first; none without a row of names.
  public let columns: [String]

  /// What a column of levels may be called: also as downloads from markets call the close of a day.
  private static let headings = ["level", "close", "点位", "收盘", "收盘价", "收盘点位", "收盘指数", "收盘价格"]

  /// Reads a table in text.
  ///
  /// - Throws: the first thing that is wrong, with its row and column.
  public init(reading path: String) throws(Diagnostic) {
    var rows = try DatedColumns(reading: path, number: IndexFile.headings)
    var read: [DatedColumns.Row] = []
    while let row = try rows.next() {
      if row.digits <= 0 {
        throw rows.failure(
          .badIndexLevel, Wording("指数为 \(row.number.text)，不大于零", "the index stands at \(row.number.text), not above zero"), row.number,
          hint: Wording("更正点位，或删去该日", "correct the level, or leave the day out"))
      }
      read.append(row)
    }
    if read.isEmpty {
      throw Diagnostic(
        .fileUnreadable, Wording("\(path) 没有点位", "\(path) has no levels"),
        hint: Wording("在 date,level 下写 2022-06-15,4278.22", "write rows as 2022-06-15,4278.22 under date,level"),
        at: SourcePosition(file: path, line: 1, column: 1))
    }
    let byDay = read.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    for (earlier, later) in zip(byDay, byDay.dropFirst()) {
      if later.day == earlier.day && earlier.digits != later.digits {
        throw rows.failure(
          .indexConflict,
          Wording(
            "\(later.day) 有两个点位：\(earlier.number.text) 和 \(later.number.text)",
            "\(later.day) has two levels, \(earlier.number.text) and \(later.number.text)"), later.number,
          hint: Wording("保留正确的一个", "keep the one that is right"))
      }
    }
    columns = rows.numberHeadings
    series = IndexSeries(byDay.map { ($0.day, $0.digits) })
    let file = path.split(separator: "/").last ?? ""
    name = String(file.prefix { $0 != "." })
  }
}
