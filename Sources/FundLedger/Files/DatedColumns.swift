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

  /// Begins to read a table.
  ///
  /// - Throws: when the file cannot be read as text.
  init(reading path: String, number: [String], label: [String] = [], isMoney: Bool = false) throws(Diagnostic) {
    self.isMoney = isMoney
    names = (["date", "日期"], number, label)
    rows = CSVReader(try TextDecoding.utf8(try FileBytes.read(path), file: path).text, file: path)
  }

  /// The next row with values, or nil at the end.
  ///
  /// - Throws: what is wrong with the row, with its place.
  mutating func next() throws(Diagnostic) -> Row? {
    while let row = try rows.next() {
      if row.isBlank { continue }
      if columns == nil {
        columns = heading(row)
        if columns != nil { continue }
        columns = (0, 1, nil)
      }
      return try values(of: row)
    }
    return nil
  }

  /// A diagnostic at a cell, with the text of its line.
  func failure(_ code: DiagnosticCode, _ message: String, _ cell: CSVCell, hint: String) -> Diagnostic {
    rows.failure(code, message, cell.place, hint: hint)
  }

  /// The places of the columns in a row of names; nil when the row holds values already.
  private func heading(_ row: CSVRecord) -> (Int, Int, Int?)? {
    let cells = row.cells.map { $0.text.lowercased() }
    guard let date = cells.firstIndex(where: { names.date.contains($0) }),
      let number = cells.firstIndex(where: { names.number.contains($0) })
    else { return nil }
    return (date, number, cells.firstIndex { names.label.contains($0) })
  }

  private func values(of row: CSVRecord) throws(Diagnostic) -> Row {
    let (date, number, label) = columns ?? (0, 1, nil)
    let name = names.number.first ?? "amount"
    guard row.cells.indices.contains(date), row.cells.indices.contains(number) else {
      throw rows.failure(
        .badHeader, Phrase("每行要有日期和 \(name)", "a row needs a date and \(name == "amount" ? "an" : "a") \(name)"),
        FieldPlace(line: Int32(clamping: row.line), column: 1, length: 1),
        hint: Phrase(
          "在标题行 date,\(name) 下写 2022-06-15,-5000000.00", "write rows as 2022-06-15,-5000000.00 under a row of names: date,\(name)"))
    }
    guard let day = Day(row.cells[date].text) else {
      throw failure(
        .badDate, Phrase("\(row.cells[date].text.prefix(40)) 不是日期", "\(row.cells[date].text.prefix(40)) is not a date"), row.cells[date],
        hint: Phrase("日期写作 2022-06-15", "write dates as 2022-06-15"))
    }
    let text = row.cells[number].text
    guard let (digits, decimals) = parse(text) else {
      throw failure(
        .badAmount, Phrase("\(text.prefix(40)) 不是金额，或过大", "\(text.prefix(40)) is not an amount, or is too large"), row.cells[number],
        hint: Phrase(
          "金额写作 -5000000.00，小数不超过 \(DatedColumns.decimals) 位",
          "write amounts as -5000000.00, with at most \(DatedColumns.decimals) decimals"))
    }
    let words = label.flatMap { row.cells.indices.contains($0) ? row.cells[$0].text : nil } ?? ""
    return Row(day: day, digits: digits, decimals: decimals, date: row.cells[date], number: row.cells[number], label: words)
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
