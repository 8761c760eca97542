import CXLSXWriter
import LedgerCore
import ReportDocument

/// Writes one table on a sheet: headings, rows of typed cells, totals as formulas, notes.
struct SheetTable {
  /// Deeper indents look like this one.
  static let indentMax = 6

  /// What is written.
  private let table: Table
  /// How values are written for people.
  private let text: HumanText
  private let sheet: Sheet
  private let formats: WorkbookFormats
  /// How the cells of each column look, for lines of data, headings of groups and sums.
  private let body, group, sum: [ColumnLook]
  private let styles: [HumanText.Style]
  /// Where keys are defined; nil when nothing leads anywhere.
  private let links: KeyLinks?
  /// Keys whose place has its name.
  private var defined: Set<String> = []
  /// Which totals are plain sums.
  private var totals: TotalRanges
  /// Amounts that were written as text, since a spreadsheet would show other digits.
  private var inexactCount = 0

  /// A table that is to be written on a sheet.
  init(_ table: Table, _ text: HumanText, on sheet: Sheet, _ formats: WorkbookFormats, links: KeyLinks?) {
    self.links = links
    self.table = table
    self.text = text
    self.sheet = sheet
    self.formats = formats
    let styles = table.styles
    self.styles = styles
    let commodities = table.rows.commodities
    let look = { (role: CellLook.Role) in
      table.columns.indices.map { index in
        let isBroken = sheet.columns[index].cells > SheetColumn.cellsMax
        return ColumnLook(
          table.columns[index], styles[index], role, wraps: isBroken,
          isBehindNumbers: SheetTable.isBehindNumbers(table, index), commodities, text.options, formats)
      }
    }
    body = look(.body)
    group = look(.group)
    sum = look(.sum)
    totals = TotalRanges(columnCount: table.columns.count)
  }

  /// Writes everything; a table without columns is left out. `freezes` keeps the headings in sight and repeats them in
  /// print.
  ///
  /// - Throws: `workbookTooLong` at the end of the sheet.
  mutating func write(freezes: Bool) throws(Diagnostic) {
    guard !table.columns.isEmpty else { return }
    if !table.title.isEmpty {
      sheet.text(text.string(.phrase(table.title), HumanText.Style()), 0, formats[CellLook(role: .caption)])
      try sheet.endRow()
    }
    try writeHeadings(freezes: freezes)
    var reader = RowReader(table.rows)
    for index in table.rows.indices {
      reader.load(index)
      let role = reader.role
      switch role {
      case .blank: break
      case .body: write(&reader, body)
      case .header: write(&reader, group)
      case .subtotal, .total, .result: write(&reader, sum)
      }
      totals.endRow(at: sheet.row, role, isOutermost: reader.indent == 0)
      try sheet.endRow()
    }
    try writeNotes()
  }

  /// Writes the headings in a row as high as they need.
  private func writeHeadings(freezes: Bool) throws(Diagnostic) {
    var lines = 1
    for (index, heading) in table.headings(text.options).enumerated() {
      lines = max(lines, TextWrap.lines(heading, width: Int(sheet.columns[index].width) - 2).count)
    }
    sheet.setHeight(Double(lines) * Sheet.lineHeight + 3)
    for (index, heading) in table.headings(text.options).enumerated() {
      let indent: UInt8 = SheetTable.isBehindNumbers(table, index) ? 1 : 0
      let look = CellLook(role: .heading, isRight: table.columns[index].isNumeric, wraps: true, indent: indent)
      sheet.text(text.string(.text(heading), HumanText.Style()), index, formats[look])
    }
    if freezes { worksheet_repeat_rows(sheet.pointer, sheet.row, sheet.row) }
    try sheet.endRow()
    if freezes { sheet.freeze(columns: table.columns.count > SheetTable.columnsWithoutKey ? 1 : 0) }
  }

  /// Whether a column of words stands to the right of one of numbers.
  private static func isBehindNumbers(_ table: Table, _ index: Int) -> Bool {
    index > 0 && table.columns[index - 1].isNumeric && !table.columns[index].isNumeric
  }

  /// A table of more columns keeps its first one in sight.
  private static let columnsWithoutKey = 6

  /// Writes the cells of a row.
  private mutating func write(_ reader: inout RowReader, _ looks: [ColumnLook]) {
    let indent = UInt8(clamping: min(max(reader.indent, 0), SheetTable.indentMax))
    for column in looks.indices {
      let item = reader.next()
      let look = looks[column]
      switch item {
      case .empty: sheet.blank(column, look.text)
      case .text: key(item, of: reader, column, look, indent: column == 0 ? indent : 0)
      case .money(let amount, let commodity):
        let money = look.money[commodity]
        number(amount, TotalRanges.Unit(commodity), money.exponent, item, of: reader, column, look, money.format)
      case .integer(let value): number(value, .count, 0, item, of: reader, column, look, look.integer)
      case .day(let day):
        if let serial = CellNumber.serial(day) {
          sheet.number(serial, column, look.day)
        } else {
          words(item, of: reader, column, look.text)
        }
      case .ratio, .percent, .rate, .other:
        let cell = reader.cell(item)
        if let (value, format) = look.number(of: cell, styles[column], text.options.language, formats) {
          sheet.number(value, column, format)
        } else {
          let isIndented = column == 0 && indent > 0
          words(item, of: reader, column, !cell.isText ? look.undefined : isIndented ? look.indented(indent, formats) : look.text)
        }
      }
    }
  }

  /// Writes an amount or a count: as a formula where it is the plain sum of rows above, as text where a spreadsheet
  /// would show other digits.
  private mutating func number(
    _ amount: Int64, _ unit: TotalRanges.Unit, _ exponent: Int, _ item: RowReader.Item, of reader: borrowing RowReader,
    _ column: Int, _ look: ColumnLook, _ format: UnsafeMutablePointer<lxw_format>?
  ) {
    guard let value = CellNumber.exact(amount, exponent: exponent) else {
      inexactCount += 1
      totals.spoil(column)
      return words(item, of: reader, column, look.undefined)
    }
    switch reader.role {
    case .body: totals.add(amount, unit, column)
    case .subtotal, .total:
      let formula = totals.formula(amount, unit, column, ofAll: reader.role == .total)
      if reader.role == .subtotal { totals.addSubtotal(amount, unit, column) }
      if let formula { return sheet.formula(formula, value: value, column, format) }
    case .header, .result, .blank: break
    }
    sheet.number(value, column, format)
  }

  /// Writes a text, with its link where it is a key that leads somewhere.
  private mutating func key(
    _ item: RowReader.Item, of reader: borrowing RowReader, _ column: Int, _ look: ColumnLook, indent: UInt8
  ) {
    switch links?.link(item, of: reader, table.columns[column], &defined) ?? .none {
    case .none: break
    case .place(let name): sheet.nameCell(name, column)
    case .target(let name):
      var value: [UInt8] = []
      text.append(item, of: reader, styles[column], to: &value)
      return sheet.link("internal:\(name)", String(decoding: value, as: UTF8.self), column, look.linked(indent, formats))
    }
    words(item, of: reader, column, indent > 0 ? look.indented(indent, formats) : look.text)
  }

  /// Writes a value as people read it.
  private func words(
    _ item: RowReader.Item, of reader: borrowing RowReader, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?
  ) {
    sheet.text(column, format) { text.append(item, of: reader, styles[column], to: &$0) }
  }

  /// Writes the notes of the table, and that amounts stand as text where they do.
  private func writeNotes() throws(Diagnostic) {
    let language = text.options.language
    for note in table.notes where !note.isEmpty {
      try sheet.prose(text.string(.phrase(note), HumanText.Style()), CellLook(role: .remark))
    }
    if inexactCount > 0 { try sheet.prose(SheetTable.inexact(inexactCount)[language], CellLook(role: .remark)) }
  }

  /// That numbers are written as text.
  private static func inexact(_ count: Int) -> Phrase {
    Phrase(
      "有 \(count) 个数超过电子表格的 15 位有效数字，按文本写入，不参与公式。",
      EnglishCount.of(count, "number has", "numbers have") + " more than the 15 digits of a spreadsheet: text, no part of formulas.")
  }
}
