import LedgerCore
import Portfolio
import Spreadsheets

/// A table in text with a column of dates and one of numbers, with or without a row of names.
struct DatedColumns {
  /// One row.
  struct Row {
    let day: Day
    /// The number without its point: in millionths, but for money with a unit or beyond their range.
    let digits: Int64
    /// How many of the digits stand behind the point; below zero, as many zeros follow.
    let decimals: Int
    /// The cell of the date.
    let date: CSVCell
    /// The cell of the number.
    let number: CSVCell
    /// What else stands in the row, under the name asked for; empty when there is none.
    let label: String
  }

  /// Decimals that a number may have: more than money has.
  private static let decimals = 6

  /// What the columns are called, in lower case.
  private let names: (date: [String], number: [String], label: [String])
  /// Whether the numbers are money: with a unit, as 110万元, and as large as books have them.
  private let isMoney: Bool
  private var rows: CSVReader
  private var columns: (date: Int, number: Int, label: Int?)?
  /// Whether there is a row of names.
  private var hasHeading = false
  /// The names of the columns that could be the numbers, the one that is read first; none without a row of names.
  private(set) var numberHeadings: [String] = []

  /// Begins to read a table.
  ///
  /// - Throws: when the file cannot be read as text.
  init(reading path: String, number: [String], label: [String] = [], isMoney: Bool = false) throws(Diagnostic) {
    self.isMoney = isMoney
    names = (["date", "日期", "交易日期", "交易日", "trade_date", "trade date"], number, label)
    rows = CSVReader(try TextDecoding.utf8(try FileBytes.read(path), file: path).text, file: path)
  }

  /// The next row with values, or nil at the end.
  ///
  /// - Throws: what is wrong with the row, with its place.
  mutating func next() throws(Diagnostic) -> Row? {
    while let row = try rows.next() {
      if row.isBlank { continue }
      if columns == nil {
        columns = try heading(row)
        hasHeading = columns != nil
        if hasHeading { continue }
        columns = (0, 1, nil)
      }
      return try values(of: row)
    }
    return nil
  }

  /// A diagnostic at a cell, with the text of its line.
  func failure(_ code: DiagnosticCode, _ sentence: Wording, _ cell: CSVCell, hint: Wording) -> Diagnostic {
    rows.failure(code, sentence, cell.place, hint: hint)
  }

  /// The places of the columns in a row of names; nil when the row holds values already.
  ///
  /// - Throws: `badHeader` for a row of names of which none is known.
  private mutating func heading(_ row: CSVRecord) throws(Diagnostic) -> (Int, Int, Int?)? {
    let cells = row.cells.map { $0.text.lowercased() }
    let numbers = cells.indices.filter { names.number.contains(cells[$0]) }
    if let date = cells.firstIndex(where: { names.date.contains($0) }), let number = numbers.first {
      numberHeadings = numbers.map { row.cells[$0].text }
      return (date, number, cells.firstIndex { names.label.contains($0) })
    }
    // A row without a digit is no row of values, so that its dates and numbers are not to blame.
    let hasDigit = row.cells.contains { $0.text.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
    guard !hasDigit, let first = row.cells.first else { return nil }
    let missing = cells.contains { names.date.contains($0) } ? names.number : names.date
    throw failure(
      .badHeader, Wording("没有名为 \(missing.joined(separator: "、")) 的列", "no column is called \(missing.joined(separator: ", "))"), first,
      hint: Wording(
        "把两列命名为 \(names.date[0]) 和 \(names.number[0])，或文档所列名称", "name the columns \(names.date[0]) and \(names.number[0]), or as listed"))
  }

  private func values(of row: CSVRecord) throws(Diagnostic) -> Row {
    let (date, number, label) = columns ?? (0, 1, nil)
    let name = names.number.first ?? "amount"
    guard row.cells.indices.contains(date), row.cells.indices.contains(number) else {
      throw rows.failure(
        .badHeader, Wording("每行要有日期和 \(name)", "a row needs a date and \(name == "amount" ? "an" : "a") \(name)"),
        FieldPlace(line: Int32(clamping: row.line), column: 1, length: 1),
        hint: Wording(
          "在标题行 date,\(name) 下写 2022-06-15,-5000000.00", "write rows as 2022-06-15,-5000000.00 under a row of names: date,\(name)"))
    }
    if !hasHeading, let further = row.cells.dropFirst(2).first(where: { !$0.text.isEmpty }) {
      throw failure(
        .badHeader,
        Wording(
          "超过两列而没有标题行，看不出哪一列是 \(name)",
          "there are more than two columns and no row of names, so that nobody can tell which is the \(name)"), further,
        hint: Wording(
          "在上面加标题行：\(names.date[0]),\(name) 以及其余各列", "put a row of names above: \(names.date[0]),\(name), and whatever the others are"))
    }
    guard let day = Day(row.cells[date].text) else {
      let text = row.cells[date].text
      throw failure(
        .badDate,
        text.isEmpty ? Wording("没有日期", "the date is missing") : Wording("\(text.prefix(40)) 不是日期", "\(text.prefix(40)) is not a date"),
        row.cells[date],
        hint: Wording("日期写作 2022-06-15", "write dates as 2022-06-15"))
    }
    let (digits, decimals) = try self.number(in: row.cells[number], called: name)
    let words = label.flatMap { row.cells.indices.contains($0) ? row.cells[$0].text : nil } ?? ""
    return Row(day: day, digits: digits, decimals: decimals, date: row.cells[date], number: row.cells[number], label: words)
  }

  /// The number of a cell.
  private func number(in cell: CSVCell, called name: String) throws(Diagnostic) -> (digits: Int64, decimals: Int) {
    let text = cell.text
    if let found = parse(text) { return found }
    let most = DatedColumns.decimals
    if text.isEmpty {
      throw failure(
        .badAmount, Wording("没有 \(name)", "the \(name) is missing"), cell, hint: Wording("请填写，或删去该行", "fill it in, or leave the row out"))
    }
    if [9, 12].contains(where: { DecimalText.parse(text.utf8, scale: $0) != nil }) {
      throw failure(
        .tooManyDecimals, Wording("\(text.prefix(40)) 的小数超过 \(most) 位", "\(text.prefix(40)) has more than \(most) decimals"), cell,
        hint: Wording("四舍五入到 \(most) 位", "round it to \(most) decimals"))
    }
    throw failure(
      .badAmount,
      Wording("\(text.prefix(40)) 不是 \(name)，或过大", "\(text.prefix(40)) is not \(name == "amount" ? "an" : "a") \(name), or is too large"),
      cell,
      hint: Wording("写作 -5000000.00，小数不超过 \(most) 位", "write it as -5000000.00, with at most \(most) decimals"))
  }

  /// The units of money that numbers may have, with the zeros that each stands for.
  private static let units = [("亿元", 8), ("万元", 4), ("元", 0), ("亿", 8), ("万", 4)]

  /// A number without its point, and where that stood; nil for what is none.
  private func parse(_ text: String) -> (digits: Int64, decimals: Int)? {
    if let digits = DecimalText.parse(text.utf8, scale: DatedColumns.decimals) { return (digits, DatedColumns.decimals) }
    if !isMoney { return nil }
    let unit = DatedColumns.units.first { text.hasSuffix($0.0) }
    let number = text.dropLast(unit?.0.count ?? 0)
    for scale in [DatedColumns.decimals, 2] {
      if let digits = DecimalText.parse(number.utf8, scale: scale) { return (digits, scale - (unit?.1 ?? 0)) }
    }
    return nil
  }
}
