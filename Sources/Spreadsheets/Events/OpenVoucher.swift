import JournalText
import LedgerCore
import Portfolio

/// A plain voucher of which more rows may follow.
struct OpenVoucher {
  private let header: EventHeader
  private let columns: [EventColumn]
  private let first: CSVRecord
  private let number: String
  private var builder: EventBuilder
  /// What is wrong with the fields of its first row; thrown when that row's line is added.
  private var flaw: Diagnostic?
  /// Whether a row of it had a flaw, so that it is not handed on; its other rows are still checked.
  var isBroken = false

  /// A voucher from the fields of its first row; its lines are added after.
  init(
    _ row: CSVRecord, _ header: EventHeader, _ columns: [EventColumn], _ builder: EventBuilder, _ rows: CSVReader
  ) throws(Diagnostic) {
    self.header = header
    self.columns = columns
    first = row
    number = OpenVoucher.number(of: row, columns)
    self.builder = builder
    if number.isEmpty {
      throw rows.failure(
        .missingField, Wording("该行没有写明属于哪张凭证", "the row does not say which voucher it is a line of"), row.place,
        hint: Wording("同一凭证的各行在 voucher（凭证号）列写相同的文字", "give all rows of one voucher the same text in the column voucher (凭证号)"))
    }
    var reading = EventRow(row, header, columns, builder, rows)
    do throws(Diagnostic) { try reading.readFields() } catch { flaw = error }
    self.builder = reading.builder
  }

  private static func number(of row: CSVRecord, _ columns: [EventColumn]) -> String {
    guard let index = columns.firstIndex(of: .line(.voucher)), row.cells.indices.contains(index) else { return "" }
    return row.cells[index].text
  }

  /// Whether a row is a further line of the voucher.
  func takes(_ row: CSVRecord) -> Bool {
    guard OpenVoucher.number(of: row, columns) == number else { return false }
    return header.kindColumns.allSatisfy { index in
      let word = row.cells.indices.contains(index) ? row.cells[index].text : ""
      return word.isEmpty || EventCatalog.kind(named: word)?.hasLines == true
    }
  }

  /// Adds the line of a row; what the row says about the whole voucher must be what the first row said.
  mutating func add(_ row: CSVRecord, _ rows: CSVReader) throws(Diagnostic) {
    do throws(Diagnostic) {
      if row == first, let flaw { throw flaw }
      try checkSame(row, rows)
      try addLine(of: row, rows)
    } catch {
      isBroken = true
      throw error
    }
  }

  private func checkSame(_ row: CSVRecord, _ rows: CSVReader) throws(Diagnostic) {
    if row == first { return }
    for (index, cell) in row.cells.enumerated() where !cell.text.isEmpty {
      let column = index < columns.count ? columns[index] : .none
      switch column {
      case .kind, .line: continue
      case .date, .field, .none:
        let said = first.cells.indices.contains(index) ? first.cells[index].text : ""
        if said == cell.text { continue }
        throw rows.failure(
          .conflictingFields,
          Wording("凭证 \(number) 的 \(header.name(of: index)) 前后不同", "voucher \(number) says \(header.name(of: index)) in two ways"),
          cell.place,
          hint: Wording("只在凭证的第一行写，或给该行另一凭证号", "say it in the first row of the voucher only, or give the row another voucher number"))
      }
    }
  }

  private func cell(_ column: EntryColumn, of row: CSVRecord) -> CSVCell? {
    guard let index = columns.firstIndex(of: .line(column)), row.cells.indices.contains(index) else { return nil }
    return row.cells[index].text.isEmpty ? nil : row.cells[index]
  }

  private mutating func addLine(of row: CSVRecord, _ rows: CSVReader) throws(Diagnostic) {
    guard let account = cell(.account, of: row) else {
      throw rows.failure(
        .missingField, Wording("该行没有科目", "the row names no account"), row.place,
        hint: Wording("填写 account 列", "fill its cell in column account"))
    }
    let amounts = [EntryColumn.amount, .debit, .credit].compactMap { column in
      cell(column, of: row).map { (column: column, cell: $0) }
    }
    guard let (column, amount) = amounts.first else {
      throw rows.failure(
        .missingField, Wording("该行没有金额", "the row has no amount"), row.place,
        hint: Wording("在 amount 列写，借方为正", "write it debit positive in column amount"))
    }
    if amounts.count > 1 {
      throw rows.failure(
        .conflictingFields, Wording("该行有两个金额", "the row has two amounts"), amounts[1].cell.place,
        hint: Wording("每笔分录单独一行", "write each line in a row of its own"))
    }
    var money: Money
    do throws(Diagnostic) { money = try builder.money(amount.text) } catch {
      throw rows.located(error, at: amount.place)
    }
    if column == .credit {
      do throws(MoneyOverflow) { money = try money.negated() } catch {
        throw rows.failure(.amountOverflow, Wording("金额过大", "the amount is too large"), amount.place)
      }
    }
    do throws(Diagnostic) {
      try builder.addLine(
        account: CellText.text(of: account.text), money, note: cell(.lineNote, of: row).map { CellText.text(of: $0.text) }, line: row.line)
    } catch {
      throw rows.located(error, at: account.place)
    }
  }

  /// Hands the voucher on, unless one of its rows had a flaw.
  func finish(_ rows: CSVReader, _ receive: JournalReader.Receiver) throws(Diagnostic) {
    if isBroken { return }
    do throws(Diagnostic) { try receive(try builder.finished()) } catch {
      throw rows.located(error, at: first.place)
    }
  }
}
