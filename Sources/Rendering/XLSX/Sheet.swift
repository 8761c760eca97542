import CXLSXWriter
import LedgerCore
import ReportDocument

/// One sheet while it is written, row after row from the top.
final class Sheet {
  /// The sheet in C.
  let pointer: UnsafeMutablePointer<lxw_worksheet>
  /// The name on its tab.
  let name: String
  /// The next row that is written.
  private(set) var row: UInt32 = 0
  /// Its columns as they were measured.
  let columns: [SheetColumn]
  private unowned let workbook: Workbook
  /// A text on its way into a cell, ended by a zero.
  private var scratch: [UInt8] = []
  /// Rows before which a printed page ends.
  private var pageEnds: [UInt32] = []
  /// How many texts were cut since they were longer than a cell may be.
  private(set) var cutCount = 0
  private var linkCount = 0

  /// Rows of a sheet.
  static let rowsMax: UInt32 = 1_048_576
  /// Characters that a cell may have.
  private static let lengthMax = 32_767
  /// Cells that running text should be wide, over as many columns as that takes.
  private static let proseCells = 96
  /// Height of a line of standard type, points.
  static let lineHeight = 15.0

  /// A new sheet with columns of their widths.
  init(
    _ pointer: UnsafeMutablePointer<lxw_worksheet>, name: String, columns: [SheetColumn], in workbook: Workbook
  ) {
    self.pointer = pointer
    self.name = name
    self.columns = columns
    self.workbook = workbook
    for (index, column) in columns.enumerated() {
      let place = lxw_col_t(truncatingIfNeeded: index)
      workbook.note(worksheet_set_column(pointer, place, place, column.width, nil))
    }
  }

  /// Goes on to the next row.
  ///
  /// - Throws: `workbookTooLong` at the end of the sheet.
  func endRow() throws(Diagnostic) { try skip(1) }

  /// Leaves rows free.
  ///
  /// - Throws: `workbookTooLong` at the end of the sheet.
  func skip(_ count: UInt32) throws(Diagnostic) {
    guard count < Sheet.rowsMax - row else {
      throw Diagnostic(
        .workbookTooLong, Wording("“\(name)”的行数超过工作表的上限 \(Sheet.rowsMax)", "“\(name)” has more rows than the \(Sheet.rowsMax) of a sheet"),
        hint: Wording("缩短期间，或用 --format csv", "limit the report to a shorter period, or choose --format csv"))
    }
    row += count
  }

  /// Ends the printed page where rows that belong together would go over its end.
  func keepTogether(_ count: UInt32) {
    let last = pageEnds.last ?? 0
    if (row - last) % rowsPerPage + count > rowsPerPage && row > last && pageEnds.count < Sheet.pageEndsMax { pageEnds.append(row) }
  }

  /// How small the sheet is printed, its width being that of all columns; a share of its size on the screen.
  var printScale: Double {
    let width = columns.reduce(0) { $0 + $1.width } * Sheet.characterWidth
    return min(1, Sheet.paperWidth / max(width, 1))
  }

  /// About how many rows a printed page has, its width being that of all columns.
  private var rowsPerPage: UInt32 {
    let scale = printScale
    return UInt32(Sheet.paperHeight / (Sheet.lineHeight * scale))
  }

  /// Tells the sheet where printed pages end; nothing is written after it.
  func finish() {
    if pageEnds.isEmpty { return }
    var rows = pageEnds + [0]
    workbook.note(worksheet_set_h_pagebreaks(pointer, &rows))
  }

  /// Width and height between the margins of A4 across, and the width of a character of standard type, points.
  private static let (paperWidth, paperHeight, characterWidth) = (784.0, 505.0, 5.4)
  /// Ends of pages that a sheet may name.
  private static let pageEndsMax = 1_000

  /// Sets the height of the row that is written next.
  func setHeight(_ points: Double) { workbook.note(worksheet_set_row(pointer, row, points, nil)) }

  /// Writes a number.
  func number(_ value: Double, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?) {
    workbook.note(worksheet_write_number(pointer, row, lxw_col_t(truncatingIfNeeded: column), value, format))
  }

  /// Writes a formula with its value.
  func formula(_ formula: String, value: Double, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?) {
    workbook.note(
      worksheet_write_formula_num(pointer, row, lxw_col_t(truncatingIfNeeded: column), formula, format, value))
  }

  /// Writes a cell of looks alone.
  func blank(_ column: Int, _ format: UnsafeMutablePointer<lxw_format>?) {
    workbook.note(worksheet_write_blank(pointer, row, lxw_col_t(truncatingIfNeeded: column), format))
  }

  /// Writes a text.
  func text(_ text: String, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?) {
    self.text(column, format) { $0.append(contentsOf: text.utf8) }
  }

  /// Writes a text from bytes without control characters that the closure appends.
  func text(_ column: Int, _ format: UnsafeMutablePointer<lxw_format>?, _ fill: (inout [UInt8]) -> Void) {
    scratch.removeAll(keepingCapacity: true)
    fill(&scratch)
    if scratch.isEmpty { return blank(column, format) }
    SheetText.clean(&scratch)
    if SheetText.cut(&scratch, to: Sheet.lengthMax) { cutCount += 1 }
    scratch.append(0)
    scratch.withUnsafeBytes { bytes in
      let characters = bytes.bindMemory(to: CChar.self).baseAddress
      workbook.note(worksheet_write_string(pointer, row, lxw_col_t(truncatingIfNeeded: column), characters, format))
    }
  }

  /// Writes running text over as many columns as make a good line, in a row of the height that it needs.
  ///
  /// - Throws: `workbookTooLong` at the end of the sheet.
  func prose(_ text: String, _ look: CellLook) throws(Diagnostic) {
    if text.isEmpty { return }
    var cells = 0
    var last = -1
    while cells < Sheet.proseCells {
      last += 1
      let column = last < columns.count ? columns[last] : SheetColumn()
      cells += min(max(column.cells, SheetColumn.emptyCells), SheetColumn.cellsMax)
    }
    let lines = TextWrap.lines(text, width: cells).count
    var look = look
    look.wraps = true
    let format = workbook.formats[look]
    setHeight(Double(lines) * (look.role == .remark ? 12.5 : Sheet.lineHeight) + 2)
    if last > 0 {
      workbook.note(worksheet_merge_range(pointer, row, 0, row, lxw_col_t(truncatingIfNeeded: last), "", format))
    }
    self.text(text, 0, format)
    try endRow()
  }

  /// Gives the cell that is written next in a column a name, so that others can lead to it.
  func nameCell(_ name: String, _ column: Int) {
    let letters = TotalRanges.letters(of: column)
    workbook.note(workbook_define_name(workbook.pointer, name, "='\(Sheet.quoted(self.name))'!$\(letters)$\(row + 1)"))
  }

  /// The name of a sheet as references have it between apostrophes.
  static func quoted(_ name: String) -> String {
    name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
  }

  /// Links that a sheet may have; what comes beyond is text alone.
  private static let linksMax = 65_000

  /// Writes a text that leads elsewhere.
  func link(_ target: String, _ text: String, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?) {
    linkCount += 1
    if linkCount > Sheet.linksMax { return self.text(text, column, format) }
    var bytes = Array(text.utf8)
    SheetText.clean(&bytes)
    let (place, shown) = (lxw_col_t(truncatingIfNeeded: column), String(decoding: bytes, as: UTF8.self))
    workbook.note(worksheet_write_url_opt(pointer, row, place, target, format, shown, nil))
  }

  /// Sets what stands at the foot of each printed page.
  func setFoot(_ text: String) { workbook.note(worksheet_set_footer(pointer, text)) }

  /// Keeps the rows above the next one, and some columns, in sight.
  func freeze(columns: Int) { worksheet_freeze_panes(pointer, row, lxw_col_t(truncatingIfNeeded: columns)) }
}
