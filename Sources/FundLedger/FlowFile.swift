import Analytics
import LedgerCore
import Portfolio
import Spreadsheets

/// A file of dated flows for a rate of return: columns date and amount, with or without a row of names.
public struct FlowFile {
  /// The flows in the order of the file; zero rows are kept, because a stated value of zero is a total loss.
  public let flows: [DatedFlow]

  /// Decimals that an amount may have: flows of foreign series come with more than two.
  private static let decimals = 6

  /// Reads a table in text.
  ///
  /// - Throws: the first thing that is wrong, with its row and column.
  public init(reading path: String) throws(Diagnostic) {
    let text = try TextDecoding.utf8(try FileBytes.read(path), file: path).text
    var rows = CSVReader(text, file: path)
    var flows: [DatedFlow] = []
    var columns: (date: Int, amount: Int)?
    while let row = try rows.next() {
      if row.isBlank { continue }
      if columns == nil {
        columns = FlowFile.columns(of: row)
        if columns != nil { continue }
        columns = (0, 1)
      }
      let (date, amount) = columns ?? (0, 1)
      flows.append(try FlowFile.flow(row, date, amount, rows))
    }
    if flows.isEmpty {
      throw Diagnostic(
        .fileUnreadable, "\(path) has no flows", hint: "write rows as 2022-06-15,-5000000.00 under date,amount",
        at: SourcePosition(file: path, line: 1, column: 1))
    }
    self.flows = flows
  }

  /// The places of date and amount in a row of names; nil when the row holds values already.
  private static func columns(of row: CSVRecord) -> (Int, Int)? {
    let names = row.cells.map { $0.text.lowercased() }
    guard let date = names.firstIndex(where: { ["date", "日期"].contains($0) }),
      let amount = names.firstIndex(where: { ["amount", "金额"].contains($0) })
    else { return nil }
    return (date, amount)
  }

  private static func flow(
    _ row: CSVRecord, _ date: Int, _ amount: Int, _ rows: CSVReader
  ) throws(Diagnostic) -> DatedFlow {
    guard row.cells.indices.contains(date), row.cells.indices.contains(amount) else {
      throw rows.failure(
        .badHeader, "a row needs a date and an amount", FieldPlace(line: Int32(clamping: row.line), column: 1, length: 1),
        hint: "write rows as 2022-06-15,-5000000.00 under a row of names: date,amount")
    }
    guard let day = Day(row.cells[date].text) else {
      throw rows.failure(
        .badDate, "\(row.cells[date].text.prefix(40)) is not a date", row.cells[date].place, hint: "write dates as 2022-06-15")
    }
    let text = row.cells[amount].text
    // Six decimals hold every amount of money; commas follow the rules of journals.
    guard let scaled = DecimalText.parse(text.utf8, scale: FlowFile.decimals) else {
      throw rows.failure(
        .badAmount, "\(text.prefix(40)) is not an amount, or is too large", row.cells[amount].place,
        hint: "write amounts as -5000000.00, with at most \(FlowFile.decimals) decimals")
    }
    return DatedFlow(day, Double(scaled) / 1_000_000)
  }
}
