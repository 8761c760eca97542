import LedgerCore
import ReportDocument

/// One self-contained HTML page: to read on a screen, light or dark, and to print on A4.
///
/// The page needs nothing from elsewhere and runs no script. It is well-formed XML too, so that strict readers take it.
public struct HTMLRenderer: Renderer {
  /// A renderer of HTML.
  public init() {}

  /// Writes the whole page: head, contents when there are many sections, sections, definitions, notes.
  public func render(_ document: ReportDocument, _ options: RenderOptions, into output: inout ByteOutput) {
    HTMLPage(document, HumanText(options: options)).write(to: &output)
  }
}

/// A document on its way to a page.
private struct HTMLPage {
  /// What is written.
  let document: ReportDocument
  /// How values are written.
  let text: HumanText
  /// How each table lies on paper, by its place in the document.
  private let layouts: [PrintLayout]
  /// Where keys lead; nil when no table defines any.
  private let links: KeyLinks?
  /// Whether the page is printed across the paper; all of it, since to turn sheets leaves them half empty.
  private let isAcross: Bool

  /// Measures the tables of a document.
  init(_ document: ReportDocument, _ text: HumanText) {
    self.document = document
    self.text = text
    links = KeyLinks(document) { kind, number in "k-\(HTMLText.escaped(kind))-\(number)" }
    let measures = document.tables.map { (measure: PrintMeasure($0, text), rows: $0.rows.count) }
    let isAcross = !measures.allSatisfy { PrintLayout.fits($0.measure, rows: $0.rows, in: .portrait) }
    self.isAcross = isAcross
    layouts = measures.map { PrintLayout($0.measure, rows: $0.rows, in: isAcross ? .across : .portrait) }
  }

  /// A page with fewer titled sections than this needs no list of contents.
  private static let contentsMin = 5
  /// A list with more figures than this is printed in two columns where the paper lies across.
  private static let shortFiguresMax = 6

  private var options: RenderOptions { text.options }
  private var isChinese: Bool { options.language == .zh }

  /// How many columns the widest table has; the figures of a chart have one more than there are series.
  private var columnsMax: Int {
    let ofCharts = document.sections.flatMap(\.blocks).map { if case .chart(let chart) = $0 { chart.series.count + 1 } else { 0 } }
    return max(document.tables.map(\.columns.count).max() ?? 0, ofCharts.max() ?? 0)
  }

  /// The definition lines that say something.
  private var definitions: [Phrase] { document.definitions.filter { !$0.isEmpty } }

  /// Writes everything.
  func write(to output: inout ByteOutput) {
    output.write(
      """
      <!DOCTYPE html>
      <html lang="\(isChinese ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <title>\(escaped(document.title))</title>
      <style>
      \(HTMLStyleSheet.text(columns: columnsMax))
      </style>
      </head>
      <body\(isAcross ? " class=\"across\"" : "")>
      <main>

      """)
    let areAbove = definitions.count <= TextRenderer.headDefinitionsMax
    if let cover = document.cover {
      HTMLCover(
        cover: cover, text: text, unit: document.facts(in: options.unit).first { $0.id == "unit" }
      ).write(to: &output, contents: writeContents)
    }
    writeHead(definitions: areAbove ? definitions : [], to: &output)
    if document.cover == nil { writeContents(to: &output) }
    var tableCount = 0
    for section in document.sections { write(section, &tableCount, to: &output) }
    if !areAbove { writeDefinitions(to: &output) }
    writeNotes(to: &output)
    output.write("</main>\n</body>\n</html>")
    output.endLine()
  }

  /// Writes title, definition lines and header facts.
  private func writeHead(definitions: [Phrase], to output: inout ByteOutput) {
    output.write("<header>\n")
    if !document.title.isEmpty && document.cover == nil { output.write("<h1>\(escaped(document.title))</h1>\n") }
    for definition in definitions { output.write("<p class=\"definition\">\(escaped(definition))</p>\n") }
    let facts = document.facts(in: options.unit)
    if !facts.isEmpty {
      output.write("<dl class=\"facts\">\n")
      for fact in facts {
        let value = text.string(fact.value, HumanText.Style(decimals: fact.decimals))
        output.write("<div><dt>\(escaped(fact.label))</dt><dd>\(HTMLText.escaped(value))</dd></div>\n")
      }
      output.write("</dl>\n")
    }
    output.write("</header>")
    output.endLine()
  }

  /// Writes links to the sections of a long page.
  private func writeContents(to output: inout ByteOutput) {
    let titled = document.sections.filter { !$0.title.isEmpty }
    guard titled.count >= HTMLPage.contentsMin else { return }
    output.write("<nav aria-label=\"\(escaped(Phrase("目录", "Contents")))\">\n")
    for section in titled {
      output.write("<a href=\"#s-\(HTMLText.escaped(section.id))\">\(escaped(section.title))</a>\n")
    }
    output.write("</nav>\n")
  }

  /// Writes a section; in print its tables and charts are kept together, not the whole.
  private func write(_ section: Section, _ tableCount: inout Int, to output: inout ByteOutput) {
    output.write("<section id=\"s-\(HTMLText.escaped(section.id))\">\n")
    if !section.title.isEmpty { output.write("<h2>\(escaped(section.title))</h2>\n") }
    for block in section.blocks { write(block, of: section, &tableCount, to: &output) }
    output.write("</section>")
    output.endLine()
  }

  /// Writes one piece of a section.
  private func write(_ block: Block, of section: Section, _ tableCount: inout Int, to output: inout ByteOutput) {
    switch block {
    case .table(let table):
      let name = table.title.isEmpty ? (section.title.isEmpty ? document.title : section.title) : table.title
      let layout = layouts[tableCount]
      tableCount += 1
      HTMLTable(table: table, text: text, name: name, layout: layout, links: links).write(to: &output)
    case .figures(let list): write(list, to: &output)
    case .paragraph(let phrase): output.write("<p>\(escaped(phrase))</p>\n")
    case .statement(let statement): output.write("<p>\(HTMLText.escaped(text.string(statement)))</p>\n")
    case .chart(let chart): HTMLChart(chart: chart, text: text).write(to: &output)
    case .note(let phrase): output.write("<p class=\"note\">\(escaped(phrase))</p>\n")
    }
  }

  /// Whether a text is too wide to stand at the right as a value does.
  private static func isProse(_ value: String) -> Bool { TextWidth.of(value) > PrintMeasure.lineWidthMax }

  /// Writes figures one below the other, the definition of each under its label.
  private func write(_ list: FigureList, to output: inout ByteOutput) {
    if list.figures.isEmpty { return }
    let values = list.figures.map { text.string($0.value, HumanText.Style(decimals: $0.decimals)) }
    // Words among which one is prose are all prose, as definitions are: two styles would say a difference that is none.
    let isOfProse = list.figures.allSatisfy { !$0.value.isNumber } && values.contains(where: HTMLPage.isProse)
    let classes = [list.figures.count > HTMLPage.shortFiguresMax ? "long" : "", isOfProse ? "prose" : ""].filter { !$0.isEmpty }
    let styles = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    output.write("<div\(styles)>\n<table class=\"figures\" id=\"t-\(HTMLText.escaped(list.id))\">\n<tbody>\n")
    for (figure, value) in zip(list.figures, values) {
      let definition = figure.definition.isEmpty ? "" : "<small>\(escaped(figure.definition))</small>"
      let isProse = isOfProse || HTMLPage.isProse(value)
      let style = figure.value.isNumber ? (value.hasPrefix("-") ? "n neg" : "n") : isProse ? "p" : "v"
      output.write(
        "<tr><th scope=\"row\">\(escaped(figure.label))\(definition)</th><td class=\"\(style)\">\(HTMLText.escaped(value))</td></tr>\n")
    }
    output.write("</tbody>\n</table>\n</div>\n")
  }

  /// Writes a long list of definitions after the sections.
  private func writeDefinitions(to output: inout ByteOutput) {
    output.write("<section id=\"definitions\">\n<h2>\(escaped(Phrase("定义", "Definitions")))</h2>\n")
    for definition in definitions { output.write("<p class=\"definition\">\(escaped(definition))</p>\n") }
    output.write("</section>\n")
  }

  /// Writes the notes of the document.
  private func writeNotes(to output: inout ByteOutput) {
    let notes = document.notes(options)
    if notes.isEmpty { return }
    output.write("<footer>\n<h2>\(escaped(Phrase("注", "Notes")))</h2>\n<ol>\n")
    for note in notes { output.write("<li>\(escaped(note))</li>\n") }
    output.write("</ol>\n</footer>\n")
  }

  /// A phrase in the language, escaped.
  private func escaped(_ phrase: Phrase) -> String {
    HTMLText.escaped(text.string(.phrase(phrase), HumanText.Style()))
  }
}
