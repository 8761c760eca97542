import CXLSXWriter
import LedgerCore
import ReportDocument

/// The sheet that says what the report is: facts, contents, definitions, notes.
struct AboutSheet {
  private let document: ReportDocument
  /// How values are written for people.
  private let text: HumanText
  private let workbook: Workbook
  /// The names of the sheets of the sections; none when there is but one.
  private let sections: [String]

  /// The sheet about a document.
  init(_ document: ReportDocument, _ text: HumanText, _ workbook: Workbook, sections: [String]) {
    self.document = document
    self.text = text
    self.workbook = workbook
    self.sections = sections
  }

  /// Writes the sheet under a name.
  ///
  /// - Throws: `workbookFailed` with what the library says.
  func write(_ name: String) throws(Diagnostic) {
    let facts = document.facts(in: text.options.unit)
    let labels = facts.map { TextWidth.of($0.label[text.options.language]) }
    let sheet = try workbook.addSheet(
      name, columns: [SheetColumn(cells: max(labels.max() ?? 0, 16)), SheetColumn(cells: 34), SheetColumn(cells: 46)])
    SheetPrint.setUp(sheet, document, text)
    sheet.setHeight(22)
    sheet.text(string(document.title), 0, workbook.formats[CellLook(role: .title)])
    try sheet.endRow()
    try sheet.endRow()
    for fact in facts {
      sheet.text(string(fact.label), 0, workbook.formats[CellLook(role: .remark)])
      let value = text.string(fact.value, HumanText.Style(decimals: fact.decimals))
      sheet.text(value, 1, workbook.formats[CellLook(role: .plain)])
      try sheet.endRow()
    }
    try writeContents(on: sheet)
    try write(Phrase("定义", "Definitions"), document.definitions, on: sheet)
    try write(Phrase("注", "Notes"), document.notes(text.options), on: sheet)
  }

  /// Writes the sections with links to their sheets.
  private func writeContents(on sheet: Sheet) throws(Diagnostic) {
    if sections.isEmpty { return }
    try writeHeading(Phrase("目录", "Contents"), on: sheet)
    for (section, name) in zip(document.sections, sections) {
      sheet.link(
        "internal:'\(Sheet.quoted(name))'!A1", section.title.isEmpty ? name : string(section.title), 0,
        workbook.formats[CellLook(role: .plain, isLink: true)])
      try sheet.endRow()
    }
  }

  /// Writes phrases under a heading; nothing for none.
  private func write(_ heading: Phrase, _ phrases: [Phrase], on sheet: Sheet) throws(Diagnostic) {
    let shown = phrases.filter { !$0.isEmpty }
    if shown.isEmpty { return }
    try writeHeading(heading, on: sheet)
    for phrase in shown { try sheet.prose(string(phrase), CellLook(role: .plain)) }
  }

  private func writeHeading(_ heading: Phrase, on sheet: Sheet) throws(Diagnostic) {
    try sheet.endRow()
    sheet.text(string(heading), 0, workbook.formats[CellLook(role: .sectionTitle)])
    try sheet.endRow()
  }

  /// A phrase in the language, without control characters.
  private func string(_ phrase: Phrase) -> String { text.string(.phrase(phrase), HumanText.Style()) }
}
