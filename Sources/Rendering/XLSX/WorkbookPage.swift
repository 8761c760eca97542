import CXLSXWriter
import LedgerCore
import ReportDocument

/// Writes a document into a workbook: a sheet for each section, one that says what the figures are, one of the charts'
/// figures.
struct WorkbookPage {
  private let document: ReportDocument
  /// How values are written for people.
  private let text: HumanText
  private let workbook: Workbook
  /// The names of the sheets of the sections, of the sheet about the report, and of the charts' figures.
  private let names: [String]
  private let aboutName, figuresName: String
  private var charts: ChartSheet
  /// Where keys lead; nil when no table defines any.
  private let links: KeyLinks?

  /// A document that nothing is written of yet.
  init(_ document: ReportDocument, _ text: HumanText, _ workbook: Workbook) {
    self.document = document
    self.text = text
    self.workbook = workbook
    links = KeyLinks(document) { kind, number in "\(kind)_\(number)" }
    let language = text.options.language
    var given = SheetNames()
    aboutName = given.name(Phrase("说明", "About")[language])
    figuresName = given.name(Phrase("图表数据", "Chart data")[language])
    var names: [String] = []
    for section in document.sections {
      let title = section.title.isEmpty ? document.title : section.title
      names.append(given.name(title[language]))
    }
    self.names = names
    charts = ChartSheet(name: figuresName, document, text, workbook)
  }

  /// Whether the sheet about the report comes first, since there are several to choose from.
  private var isSeveral: Bool { document.sections.count > 1 }

  /// Writes all sheets.
  ///
  /// - Throws: `workbookTooLong` at the end of a sheet, `workbookFailed` with what the library says.
  mutating func write() throws(Diagnostic) {
    let about = AboutSheet(document, text, workbook, sections: isSeveral ? names : [])
    if isSeveral { try about.write(aboutName) }
    for (section, name) in zip(document.sections, names) { try write(section, name) }
    if !isSeveral { try about.write(aboutName) }
    try charts.write()
  }

  /// Writes the sheet of a section.
  private mutating func write(_ section: Section, _ name: String) throws(Diagnostic) {
    let sheet = try workbook.addSheet(name, columns: .measured(section, text))
    SheetPrint.setUp(sheet, document, text)
    try writeHead(section, on: sheet)
    var tables = 0
    for block in section.blocks { if case .table = block { tables += 1 } }
    // One table with nothing tall above it and no figures below keeps its headings in sight; several keep what the sheet is about: the
    // headings of one would stand above the columns of the other.
    let hasFigures = section.blocks.contains { if case .figures = $0 { true } else { false } }
    let isAlone =
      tables == 1 && !hasFigures
      && !section.blocks.prefix { if case .table = $0 { false } else { true } }.contains(where: \.isTall)
    if !isAlone { sheet.freeze(columns: 0) }
    for block in section.blocks { try write(block, of: section, on: sheet, freezes: isAlone) }
    defer { sheet.finish() }
    if sheet.cutCount > 0 {
      try sheet.prose(WorkbookPage.cut(sheet.cutCount)[text.options.language], CellLook(role: .remark))
    }
  }

  /// Writes title and facts in two lines, and the few definitions of a report that has only this sheet.
  private func writeHead(_ section: Section, on sheet: Sheet) throws(Diagnostic) {
    let title = string(document.title)
    let part = isSeveral && !section.title.isEmpty ? string(section.title) : ""
    let line = [part, title].filter { !$0.isEmpty }.joined(separator: " — ")
    if !line.isEmpty {
      sheet.setHeight(22)
      sheet.text(line, 0, workbook.formats[CellLook(role: .title)])
      try sheet.endRow()
    }
    let facts = document.facts(in: text.options.unit).map { fact in
      string(fact.label) + (text.options.language == .zh ? "：" : ": ")
        + text.string(fact.value, HumanText.Style(decimals: fact.decimals))
    }
    if !facts.isEmpty {
      sheet.text(facts.joined(separator: "   "), 0, workbook.formats[CellLook(role: .remark)])
      try sheet.endRow()
    }
    let definitions = document.definitions.filter { !$0.isEmpty }
    if !isSeveral && definitions.count <= TextRenderer.headDefinitionsMax {
      for definition in definitions { try sheet.prose(string(definition), CellLook(role: .remark)) }
    }
  }

  /// Writes one piece of a section, a free row before it.
  private mutating func write(
    _ block: Block, of section: Section, on sheet: Sheet, freezes: Bool
  ) throws(Diagnostic) {
    try sheet.endRow()
    switch block {
    case .table(let table):
      var writer = SheetTable(table, text, on: sheet, workbook.formats, links: links)
      try writer.write(freezes: freezes)
    case .figures(let list): try SheetFigures(list: list, text: text, sheet: sheet, formats: workbook.formats).write()
    case .paragraph(let phrase): try sheet.prose(string(phrase), CellLook(role: .plain))
    case .statement(let statement): try sheet.prose(text.string(statement), CellLook(role: .plain))
    case .note(let phrase): try sheet.prose(string(phrase), CellLook(role: .remark))
    case .chart(let chart): try charts.insert(chart, on: sheet)
    }
  }

  /// A phrase in the language, without control characters.
  private func string(_ phrase: Phrase) -> String { text.string(.phrase(phrase), HumanText.Style()) }

  /// That texts were cut.
  private static func cut(_ count: Int) -> Phrase {
    Phrase(
      "有 \(count) 段文字超过单元格的 32,767 个字符，已截断。",
      EnglishCount.of(
        count, "text is longer than the 32,767 characters of a cell and was cut.",
        "texts are longer than the 32,767 characters of a cell and were cut."))
  }
}

extension Block {
  /// Whether the block takes more than a line or two, so that nothing below it can be kept in sight.
  fileprivate var isTall: Bool {
    switch self {
    case .table, .figures, .chart: true
    case .paragraph, .statement, .note: false
    }
  }
}
