import CXLSXWriter
import Glibc
import LedgerCore

/// Writes a workbook of one sheet with libxlsxwriter: headings that stay, formats, comments, drop-downs.
struct WorkbookWriter {
  /// One column of the sheet.
  struct Column {
    var heading: String
    /// What is shown beside the heading.
    var comment = ""
    /// The words that a drop-down offers.
    var choices: [String] = []
    var kind: Kind = .text

    enum Kind { case text, money, percent, day, integer }
  }

  /// Digits that a number of a workbook keeps.
  private static let exactMax: UInt64 = 999_999_999_999_999

  /// 2000-01-01, what every workbook says of when it was made.
  private static let created = 946_684_800

  private let book: UnsafeMutablePointer<lxw_workbook>
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let formats: [Column.Kind: UnsafeMutablePointer<lxw_format>]
  private let heading: UnsafeMutablePointer<lxw_format>
  /// Formats of an example row.
  private let examples: [Column.Kind: UnsafeMutablePointer<lxw_format>]

  /// Begins a workbook at a path.
  ///
  /// - Throws: `storeFailed` when libxlsxwriter finds no memory or refuses the name of the sheet.
  init(path: String, sheet name: String) throws(Diagnostic) {
    guard let book = workbook_new(path), let sheet = workbook_add_worksheet(book, name),
      let heading = workbook_add_format(book)
    else {
      throw Diagnostic(
        .storeFailed, Wording("\(path) 写不了", "\(path) cannot be written"), hint: Wording("检查文件夹和权限", "check the folder and the permissions")
      )
    }
    self.book = book
    self.sheet = sheet
    self.heading = heading
    // Without the clock in it, the same book gives the same bytes.
    var properties = lxw_doc_properties()
    properties.created = WorkbookWriter.created
    workbook_set_properties(book, &properties)
    format_set_bold(heading)
    format_set_bg_color(heading, 0xDDE7F0)
    format_set_border(heading, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_text_wrap(heading)
    format_set_align(heading, UInt8(LXW_ALIGN_CENTER.rawValue))
    format_set_align(heading, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    formats = WorkbookWriter.formats(of: book, isExample: false)
    examples = WorkbookWriter.formats(of: book, isExample: true)
    // Chinese characters need a little more than the usual row.
    worksheet_set_default_row(sheet, 18, UInt8(LXW_FALSE.rawValue))
  }

  private static func formats(
    of book: UnsafeMutablePointer<lxw_workbook>, isExample: Bool
  ) -> [Column.Kind: UnsafeMutablePointer<lxw_format>] {
    var formats: [Column.Kind: UnsafeMutablePointer<lxw_format>] = [:]
    for (kind, code) in [(Column.Kind.money, "#,##0.00"), (.percent, "0.00##%"), (.day, "yyyy-mm-dd"), (.text, "@"), (.integer, "0")] {
      guard let format = workbook_add_format(book) else { continue }
      format_set_num_format(format, code)
      if isExample {
        format_set_italic(format)
        format_set_font_color(format, 0x808080)
      }
      formats[kind] = format
    }
    return formats
  }

  /// Writes the headings, with their comments, drop-downs down to a row, and formats of the columns.
  func write(_ columns: [Column], choicesUpTo last: Int) {
    for (index, column) in columns.enumerated() {
      let place = lxw_col_t(truncatingIfNeeded: index)
      worksheet_set_column(sheet, place, place, WorkbookWriter.width(of: column), formats[column.kind])
      worksheet_write_string(sheet, 0, place, column.heading, heading)
      if !column.comment.isEmpty { worksheet_write_comment(sheet, 0, place, column.comment) }
      if !column.choices.isEmpty { offer(column.choices, place, last) }
    }
    worksheet_set_row(sheet, 0, 32, nil)
    worksheet_freeze_panes(sheet, 1, 0)
    // On paper: landscape, twenty columns or so side by side, the headings on each sheet.
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, UInt16(clamping: (columns.count + 19) / 20), 0)
    worksheet_repeat_rows(sheet, 0, 0)
  }

  /// The width that a heading and its usual values need, in characters.
  private static func width(of column: Column) -> Double {
    let least = column.kind == .money ? 18 : column.kind == .day ? 12 : 10
    return Double(min(max(least, TextWidth.of(column.heading) + 3), 28))
  }

  private func offer(_ choices: [String], _ column: lxw_col_t, _ last: Int) {
    var texts: [UnsafeMutablePointer<CChar>?] = choices.map { strdup($0) }
    texts.append(nil)
    texts.withUnsafeMutableBufferPointer { list in
      var validation = lxw_data_validation()
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      validation.value_list = list.baseAddress
      worksheet_data_validation_range(sheet, 1, column, lxw_row_t(clamping: last), column, &validation)
    }
    for text in texts { free(text) }
  }

  /// Writes a cell; a number with more digits than a workbook keeps is written as text.
  func write(_ cell: WrittenCell, row: Int, column: Int, isExample: Bool = false) {
    let row = lxw_row_t(clamping: row)
    let column = lxw_col_t(clamping: column)
    let own: (Column.Kind) -> UnsafeMutablePointer<lxw_format>? = { (isExample ? examples : formats)[$0] }
    switch cell {
    case .empty: break
    case .text(let text): worksheet_write_string(sheet, row, column, text, own(.text))
    case .money(let amount, let scale) where amount.magnitude <= WorkbookWriter.exactMax:
      worksheet_write_number(sheet, row, column, WorkbookWriter.decimal(amount, scale), own(.money))
    case .rate(let rate) where rate.partsPerBillion.magnitude <= WorkbookWriter.exactMax:
      worksheet_write_number(sheet, row, column, WorkbookWriter.decimal(rate.partsPerBillion, 9), own(.percent))
    case .integer(let value) where value.magnitude <= WorkbookWriter.exactMax:
      worksheet_write_number(sheet, row, column, Double(value), own(.integer))
    case .day(let day):
      worksheet_write_number(sheet, row, column, Double(SerialDay.serial(of: day)), own(.day))
    case .money, .rate, .integer: worksheet_write_string(sheet, row, column, cell.text, own(.text))
    }
  }

  /// The nearest binary number: at most 15 digits come back as they went out.
  private static func decimal(_ value: Int64, _ scale: Int) -> Double {
    var divisor = 1.0
    for _ in 0..<scale { divisor *= 10 }
    return Double(value) / divisor
  }

  /// Brings the workbook into its file.
  ///
  /// - Throws: `storeFailed` with what libxlsxwriter says.
  func close() throws(Diagnostic) {
    let status = workbook_close(book)
    if status == LXW_NO_ERROR { return }
    throw Diagnostic(
      .storeFailed,
      Wording(
        "工作簿写不了：\(String(cString: lxw_strerror(status)))", "the workbook cannot be written: \(String(cString: lxw_strerror(status)))"),
      hint: Wording("检查文件夹和权限", "check the folder and the permissions"))
  }
}
