import LedgerCore
import Portfolio

/// Columns 年 | 月 | 日, or 月 | 日, that stand side by side under one heading and say a date together.
struct SplitDate {
  /// The row of the headings 月 and 日.
  let row: Int
  /// The columns of month and day; the joined date stands in the first of all.
  let month: Int
  let day: Int
  /// The column of the year; nil when the headings or a title say it.
  let year: Int?
  /// The year that stands above: `2022年` over 月 and 日, or the only one of the titles.
  let yearAbove: Int?
  /// What the date is called.
  let name: String
  /// Whether the row above calls it so, or says its year.
  let isNamedAbove: Bool

  /// The first of the columns.
  var first: Int { min(year ?? month, month) }
  /// All columns.
  var columns: [Int] { [year, month, day].compactMap(\.self) }

  /// Rows among which headings are looked for.
  private static let rowsMax = 60

  /// The dates that a sheet has in parts; empty for most.
  static func all(of sheet: Sheet) -> [SplitDate] {
    for (index, row) in sheet.rows.prefix(rowsMax).enumerated() {
      let starts = row.cells.filter { ["月", "月份"].contains(folded($0)) && row[$0.column + 1].map(folded) == "日" }.map(\.column)
      if starts.isEmpty { continue }
      let upper = index > 0 && sheet.rows[index - 1].number == row.number - 1 ? sheet.rows[index - 1] : nil
      let titles = sheet.rows.prefix(index).flatMap(\.cells).map(\.text)
      // A year that stands apart is that of the only date of a row.
      let lone = starts.count == 1 ? row.cells.first { ["年", "年份"].contains(folded($0)) }?.column : nil
      return starts.map { month in
        let beside = month > 0 && row[month - 1].map(folded) == "年" ? month - 1 : nil
        let heading = upper.flatMap { sheet.cell(row: $0, column: beside ?? month)?.text } ?? ""
        let named = years(in: heading)
        let ofTitles = Set(titles.flatMap { years(in: $0) })
        let ofSheet = ofTitles.isEmpty ? Set(years(in: sheet.name)) : ofTitles
        return SplitDate(
          row: row.number, month: month, day: month + 1, year: beside ?? lone,
          yearAbove: named.count == 1 ? named[0] : ofSheet.count == 1 ? ofSheet.first : nil,
          name: name(of: heading) ?? "日期", isNamedAbove: !heading.isEmpty && name(of: heading) != nil)
      }
    }
    return []
  }

  /// The date in a row, in one text where it is none; nil when the row has no part of it.
  ///
  /// - Parameter shortYears: what a year of two digits stands for.
  /// - Parameter last: year and month of the row above: both are written only where they change.
  func value(
    in row: SheetRow, after last: inout (year: Int?, month: Int?), _ shortYears: ShortYears = ShortYears()
  ) -> SheetValue? {
    let parts = [year.flatMap { row[$0]?.text }, row[month]?.text, row[day]?.text].map { $0 ?? "" }
    if parts.allSatisfy(\.isEmpty) { return nil }
    let numbers = zip(parts, ["年", "月", "日"]).map { SplitDate.number($0, $1) }
    // A word in such a column, as 合计, is no part of a date.
    for (part, number) in zip(parts, numbers) where !part.isEmpty && number == nil { return nil }
    if let number = numbers[0] { last.year = number < 100 ? shortYears.year(of: number) : number }
    if let number = numbers[1] { last.month = number }
    let wholeYear = year == nil ? yearAbove : last.year ?? yearAbove
    guard let month = last.month, let day = numbers[2] else {
      return .text(zip(parts, ["年", "月", "日"]).filter { !$0.0.isEmpty }.map { $0 + $1 }.joined())
    }
    guard let wholeYear else { return .text("\(month)月\(day)日") }
    return Day(year: wholeYear, month: month, day: day).map { .day($0, seconds: 0) } ?? .text("\(wholeYear)年\(month)月\(day)日")
  }

  /// Whether a row has the headings again, as each printed page has.
  func isHeading(_ row: SheetRow) -> Bool {
    row[month].map { ["月", "月份"].contains(SplitDate.folded($0)) } == true && row[day].map(SplitDate.folded) == "日"
  }

  private static func folded(_ cell: SheetCell) -> String { SheetText.folded(cell.text) }

  /// What a heading over the parts calls the date: 放款日期, or 日期 where it says no more than the year; nil for a title of the
  /// table, which says nothing of the date.
  private static func name(of heading: String) -> String? {
    var name = SheetText.folded(heading)
    for year in years(in: name) { name = name.split(separator: "\(year)").joined() }
    for word in ["年度", "年"] where name.hasPrefix(word) { name = String(name.dropFirst(word.count)) }
    if name.isEmpty { return "日期" }
    return ["日期", "时间", "日"].contains { name.hasSuffix($0) } ? name : nil
  }

  /// The years that a text speaks of, each once: 2022 of `2022年贷款台账`.
  private static func years(in text: String) -> [Int] {
    var years: [Int] = []
    for digits in text.split(whereSeparator: { !("0"..."9").contains($0) }) where digits.utf8.count == 4 {
      if let year = Int(digits), Day.years.contains(year), !years.contains(year) { years.append(year) }
    }
    return years
  }

  /// The number of a part: 9 of `9`, `09` and `9月`.
  private static func number(_ text: String, _ word: String) -> Int? {
    let folded = SheetText.folded(text)
    let digits = folded.hasSuffix(word) ? folded.dropLast() : folded[...]
    return (1...4).contains(digits.utf8.count) && digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
  }
}

extension SplitDate {
  /// Whether a text is a date without its year: `9月1日`.
  static func lacksYear(_ text: String) -> Bool {
    text.hasSuffix("日") && text.contains("月") && !text.contains("年") && Day("2000年" + text) != nil
  }

  /// What whoever wrote a date without its year can do.
  static let yearHint = Wording(
    "写明年份：在月、日上方，在旁边的年份列，或单独写在表的标题里",
    "write the year: above 月 and 日, in a column 年 beside them, or alone in the title of the table")
}

extension Sheet {
  /// The sheet with a date in one cell where year, month and day stand in columns of their own; itself where none does.
  func joiningDates() -> Sheet {
    let dates = SplitDate.all(of: self)
    guard let heading = dates.first?.row else { return self }
    var joined = self
    var last = Array(repeating: (year: Int?.none, month: Int?.none), count: dates.count)
    for index in rows.indices where rows[index].number >= heading {
      for (place, date) in dates.enumerated() {
        if rows[index].number == heading || date.isHeading(rows[index]) {
          joined.rows[index].put(.text(date.name), at: date.first, for: date.columns)
        } else if let value = date.value(in: rows[index], after: &last[place], shortYears) {
          joined.rows[index].put(value, at: date.first, for: date.columns)
        }
      }
    }
    joined.raise(dates)
    return joined
  }

  /// Puts what dates are called in the place of the year above, and into the row above where their own row says nothing else.
  private mutating func raise(_ dates: [SplitDate]) {
    guard let row = dates.first?.row, let index = rows.firstIndex(where: { $0.number == row }), index > 0,
      rows[index - 1].number == row - 1
    else { return }
    let isAlone = rows[index].cells.count == dates.count
    for date in dates where date.isNamedAbove || isAlone {
      rows[index - 1].put(.text(date.name), at: date.first, for: [date.first], orAt: rows[index][date.first]?.place)
    }
    if isAlone { rows.remove(at: index) }
  }
}

extension SheetRow {
  /// Puts a value in place of the cells of some columns, at the place of the first of them.
  fileprivate mutating func put(_ value: SheetValue, at column: Int, for columns: [Int], orAt other: FieldPlace? = nil) {
    guard let place = cells.first(where: { columns.contains($0.column) })?.place ?? other else { return }
    cells.removeAll { columns.contains($0.column) }
    let index = cells.firstIndex { $0.column > column } ?? cells.endIndex
    cells.insert(SheetCell(column: column, value: value, place: place), at: index)
  }
}
