import CXLSXWriter
import LedgerCore
import ReportDocument

/// Writes figures one below the other: label, value, and what it means.
struct SheetFigures {
  let list: FigureList
  /// How values are written for people.
  let text: HumanText
  let sheet: Sheet
  let formats: WorkbookFormats

  /// Writes all figures.
  ///
  /// - Throws: `workbookTooLong` at the end of the sheet.
  func write() throws(Diagnostic) {
    for figure in list.figures {
      sheet.text(text.string(.phrase(figure.label), HumanText.Style()), 0, formats[CellLook(role: .label)])
      value(of: figure)
      let definition = text.string(.phrase(figure.definition), HumanText.Style())
      if !definition.isEmpty { sheet.text(definition, 2, formats[CellLook(role: .remark, indent: 1)]) }
      try sheet.endRow()
    }
  }

  /// Writes the value of a figure as a number where it is one.
  private func value(of figure: Figure) {
    let style = HumanText.Style(decimals: figure.decimals)
    let commodities: [Commodity] = if case .money(_, let commodity) = figure.value { [commodity] } else { [] }
    let look = ColumnLook(
      Column("value", .none, .money), style, .group, wraps: false, commodities, text.options, formats)
    switch figure.value {
    case .money(let amount, _):
      if let value = CellNumber.exact(amount, exponent: look.money[0].exponent) {
        return sheet.number(value, 1, look.money[0].format)
      }
    case .integer(let value):
      if let number = CellNumber.exact(value, exponent: 0) { return sheet.number(number, 1, look.integer) }
    case .day(let day): if let serial = CellNumber.serial(day) { return sheet.number(serial, 1, look.day) }
    case .empty, .text, .phrase, .code, .ratio, .amounts, .percent, .rate:
      if let (value, format) = look.number(of: figure.value, style, text.options.language, formats) {
        return sheet.number(value, 1, format)
      }
    }
    let wraps = TextWidth.of(text.string(figure.value, style)) > SheetColumn.cellsMax
    sheet.text(text.string(figure.value, style), 1, formats[CellLook(role: .group, isRight: true, wraps: wraps)])
  }
}
