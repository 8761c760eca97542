import LedgerCore
import Portfolio

/// Tells rows that say what the row above is made of: 其中：市级资金 300, and 县级资金 200 below it.
///
/// Such a row is no event, and its amounts are those of the row above once more. A further part need not say 其中: it has no running
/// number where the row above has one, or is indented, says no day, and with the parts before it comes to no more than that row.
struct BreakdownRows {
  /// What a row is.
  enum Verdict {
    /// A part of the row above.
    case part
    /// One that says it is a part, and cannot be.
    case flaw(Diagnostic)
  }

  private static let words = ["其中", "ofwhich"]

  private let table: RegisterTable
  /// The columns of numbers of rows, running or their own.
  private let numbers: Set<Int>
  /// Reads amounts, as those of totals are read.
  private let amounts: RowAmounts
  /// The last row of data or of totals, and whether it is one of totals.
  private var whole: SheetRow?
  private var isBelowTotal = false
  /// The column of the last 其中, while rows may be parts beside it.
  private var column: Int?
  /// By column of amounts, what the parts come to so far.
  private var sums: [Int128] = []

  init(_ table: RegisterTable, _ amounts: RowAmounts) {
    self.table = table
    self.amounts = amounts
    numbers = table.runningColumns.union(table.readers.filter { $0.isOf(table.columns.number) }.map(\.column))
  }

  /// Whether a folded text makes its row a part.
  static func isMark(_ folded: String) -> Bool { words.contains { folded.hasPrefix($0) } }

  /// Most texts are told from it at once.
  private static func mayBeMark(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return SheetText.isBlank(first) || "其oOｏＯ".unicodeScalars.contains(first)
  }

  /// Takes in a row of data.
  mutating func noteData(_ row: SheetRow) {
    whole = row
    isBelowTotal = false
    column = nil
  }

  /// Takes in a row that is no data, and no part.
  mutating func noteSkipped(_ row: SheetRow, _ reason: RowSkip) {
    if reason == .total { (whole, isBelowTotal) = (row, true) }
    column = nil
  }

  /// Whether a row is a part of the one above; nil when it is not.
  mutating func verdict(on row: SheetRow) -> Verdict? {
    guard let label = label(of: row) else { return nil }
    let isMarked = BreakdownRows.isMark(label)
    if !isMarked { return isFurtherPart(row, label) ? .part : nil }
    if isBelowTotal, table.saysDay(row) {
      return .flaw(
        table.located(
          Diagnostic(
            .badFieldValue,
            Wording(
              "\(SheetFile.oneLine(label.text)) 在合计行下面，又有自己的日期",
              "\(SheetFile.oneLine(label.text)) stands below a row of totals and has a day of its own"),
            hint: Wording(
              "单独的一行？名称中不写 其中；上面某行的一部分？放在该行下面，或清空日期",
              "a row of its own? write its name without 其中; a part of a row above? put it below that row, or clear its day")),
          label.column, row))
    }
    if whole == nil {
      return .flaw(
        table.located(
          Diagnostic(
            .badFieldValue,
            Wording(
              "\(SheetFile.oneLine(label.text))：上面没有它可以归属的行",
              "\(SheetFile.oneLine(label.text)): no row stands above it that it could be a part of"),
            hint: Wording("单独的一行？名称中不写 其中", "a row of its own? write its name without 其中")), label.column, row))
    }
    if column == nil { sums = amounts.zeros }
    column = label.column
    amounts.add(row, to: &sums)
    return .part
  }

  /// Whether a cell says 其中.
  private static func isMark(_ cell: SheetCell) -> Bool {
    guard case .text(let text) = cell.value else { return false }
    return mayBeMark(text) && isMark(SheetText.folded(text))
  }

  /// The cell by which a row is named: its first, but for a running number.
  private func label(of row: SheetRow) -> SheetCell? {
    for cell in row.cells.prefix(4) where !numbers.contains(cell.column) || BreakdownRows.isMark(cell) {
      if case .text = cell.value { return cell }
      return nil
    }
    return nil
  }

  /// Whether a row without 其中 is a part like the one above it.
  private mutating func isFurtherPart(_ row: SheetRow, _ label: SheetCell) -> Bool {
    guard let column, let whole, label.column == column, !table.saysDay(row) else { return false }
    let isIndented = label.value.text.unicodeScalars.first.map(SheetText.isBlank) ?? false
    let lacksNumber = numbers.contains { whole[$0] != nil && row[$0] == nil }
    guard isIndented || lacksNumber, row.cells.allSatisfy({ $0.column == column || amounts.columns.contains($0.column) }) else {
      return false
    }
    var sums = sums
    amounts.add(row, to: &sums)
    var limits = amounts.zeros
    amounts.add(whole, to: &limits)
    guard sums != self.sums, zip(sums, limits).allSatisfy({ $0.magnitude <= $1.magnitude }) else { return false }
    self.sums = sums
    return true
  }
}
