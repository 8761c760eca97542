import LedgerCore
import ReportDocument

/// Aligned text for a terminal; a Chinese character takes two cells.
public struct TextRenderer: Renderer {
  /// A renderer of text.
  public init() {}

  /// More definitions than this stand after the figures: a reader wants the table first.
  static let headDefinitionsMax = 2

  /// Writes title, definition lines, header facts, sections and notes, with a blank line between the parts.
  ///
  /// A long list of definitions follows the sections, so that the figures are on the first screen.
  public func render(_ document: ReportDocument, _ options: RenderOptions, into output: inout ByteOutput) {
    var page = TextPage(options)
    let definitions = document.definitions.filter { !$0.isEmpty }
    let areAbove = definitions.count <= TextRenderer.headDefinitionsMax
    page.writeHead(document, definitions: areAbove ? definitions : [], to: &output)
    for section in document.sections { page.write(section, to: &output) }
    if !areAbove { page.write(definitions: definitions, to: &output) }
    page.writeNotes(document.notes(options), to: &output)
  }
}

/// The running state of a page of text: blank lines go between parts, never before the first.
private struct TextPage {
  /// How values are written.
  let text: HumanText
  /// Whether a blank line is due before the next part.
  private var isStarted = false

  /// An empty page.
  init(_ options: RenderOptions) { text = HumanText(options: options) }

  /// Language, unit, width and colour.
  private var options: RenderOptions { text.options }

  /// Writes title, definition lines and as many facts a line as fit.
  mutating func writeHead(_ document: ReportDocument, definitions: [Phrase], to output: inout ByteOutput) {
    let title = document.title[options.language]
    if !title.isEmpty {
      startPart(&output)
      write(lines: title, .bold, to: &output)
      let width = TextWidth.of(title)
      let rule = String(repeating: "═", count: options.width > 0 ? min(width, options.width) : width)
      write(lines: rule, .plain, to: &output)
    }
    for definition in definitions { write(lines: text.string(definition), .dim, to: &output) }
    let facts = document.facts(in: options.unit).map { fact in
      let value = text.string(fact.value, HumanText.Style(decimals: fact.decimals))
      return fact.label[options.language] + (options.language == .zh ? "：" : ": ") + value
    }
    var line = ""
    for fact in facts {
      let longer = line.isEmpty ? fact : line + "   " + fact
      if !line.isEmpty && options.width > 0 && TextWidth.of(longer) > options.width {
        write(lines: line, .plain, to: &output)
        line = fact
      } else {
        line = longer
      }
    }
    if !line.isEmpty { write(lines: line, .plain, to: &output) }
    isStarted = isStarted || !facts.isEmpty
  }

  /// Writes a section; its first block follows its heading directly.
  mutating func write(_ section: Section, to output: inout ByteOutput) {
    if !section.title.isEmpty {
      startPart(&output)
      let title = section.title[options.language]
      write(lines: options.language == .zh ? "【\(title)】" : "[ \(title) ]", .bold, to: &output)
      isStarted = false
    }
    for block in section.blocks where !block.isChart { write(block, to: &output) }
    isStarted = true
  }

  /// Writes one piece of a section.
  private mutating func write(_ block: Block, to output: inout ByteOutput) {
    startPart(&output)
    switch block {
    case .table(let table):
      if !table.title.isEmpty { write(lines: table.title[options.language], .bold, to: &output) }
      TextTable(table, text).write(to: &output)
      for note in table.notes where !note.isEmpty { write(lines: text.string(note), .dim, to: &output) }
    case .figures(let list): TextFigures(list: list, text: text).write(to: &output)
    case .paragraph(let phrase): write(lines: text.string(phrase), .plain, to: &output)
    case .statement(let statement): write(lines: text.string(statement), .plain, to: &output)
    case .note(let phrase): write(lines: text.string(phrase), .dim, to: &output)
    case .chart: break
    }
  }

  /// Writes a list of definitions as a part of its own, further lines of each indented.
  mutating func write(definitions: [Phrase], to output: inout ByteOutput) {
    startPart(&output)
    write(lines: Phrase("【定义】", "[ Definitions ]")[options.language], .bold, to: &output)
    for definition in definitions { write(lines: text.string(definition), .dim, hanging: 2, to: &output) }
  }

  /// Writes the notes of the document.
  mutating func writeNotes(_ notes: [Phrase], to output: inout ByteOutput) {
    if !notes.isEmpty { startPart(&output) }
    let label = Phrase("注：", "Note: ")[options.language]
    for note in notes {
      write(lines: label + text.string(note), .dim, hanging: TextWidth.of(label), to: &output)
    }
  }

  /// Parts what follows from what was written.
  private mutating func startPart(_ output: inout ByteOutput) {
    if isStarted { output.endLine() }
    isStarted = true
  }

  /// Writes running text wrapped to the page, further lines indented.
  private func write(lines whole: String, _ style: TextStyle, hanging: Int = 0, to output: inout ByteOutput) {
    var clean: [UInt8] = []
    text.append(plain: whole, to: &clean)
    let width = options.width > 0 ? max(options.width - hanging, 1) : 0
    for (index, line) in TextWrap.lines(String(decoding: clean, as: UTF8.self), width: width).enumerated() {
      output.write(byte: 0x20, count: index > 0 ? hanging : 0)
      output.write(line, options.colour ? style : .plain)
      output.endLine()
    }
  }
}
