import LedgerCore
import ReportDocument

/// Markdown with tables as GitHub shows them.
public struct MarkdownRenderer: Renderer {
  /// A renderer of Markdown.
  public init() {}

  /// Writes headings, facts, tables and notes; whatever Markdown would read as its own signs is escaped.
  public func render(_ document: ReportDocument, _ options: RenderOptions, into output: inout ByteOutput) {
    let text = HumanText(options: options)
    writeHead(document, text, to: &output)
    for section in document.sections {
      if !section.title.isEmpty {
        output.write("\n## \(escaped(section.title, text))\n")
      }
      for block in section.blocks where !block.isChart {
        output.endLine()
        write(block, text, to: &output)
      }
    }
    for note in document.notes(options) {
      output.write("\n> \(options.language == .zh ? "注：" : "Note: ")\(escaped(note, text))\n")
    }
  }

  /// Writes title, definition lines and facts.
  private func writeHead(_ document: ReportDocument, _ text: HumanText, to output: inout ByteOutput) {
    output.write("# \(escaped(document.title, text))\n")
    for definition in document.definitions where !definition.isEmpty {
      output.write("\n> \(escaped(definition, text))\n")
    }
    let facts = document.facts(in: text.options.unit)
    if !facts.isEmpty { output.endLine() }
    for fact in facts {
      let value = MarkdownText.escaped(text.string(fact.value, HumanText.Style(decimals: fact.decimals)))
      output.write("- \(escaped(fact.label, text))\(text.options.language == .zh ? "：" : ": ")\(value)\n")
    }
  }

  /// Writes one piece of a section.
  private func write(_ block: Block, _ text: HumanText, to output: inout ByteOutput) {
    switch block {
    case .table(let table): MarkdownTable(table: table, text: text).write(to: &output)
    case .figures(let list): write(list, text, to: &output)
    case .paragraph(let phrase): output.write("\(escaped(phrase, text))\n")
    case .statement(let statement): output.write("\(MarkdownText.escaped(text.string(statement)))\n")
    case .note(let phrase): output.write("> \(escaped(phrase, text))\n")
    case .chart: break
    }
  }

  /// Writes figures as a table without headings.
  private func write(_ list: FigureList, _ text: HumanText, to output: inout ByteOutput) {
    output.write("| | |\n|:--|--:|\n")
    for figure in list.figures {
      let value = MarkdownText.escaped(text.string(figure.value, HumanText.Style(decimals: figure.decimals)))
      let definition = figure.definition.isEmpty ? "" : "<br>*\(escaped(figure.definition, text))*"
      output.write("| \(escaped(figure.label, text))\(definition) | **\(value)** |\n")
    }
  }

  /// A phrase in the language, escaped.
  private func escaped(_ phrase: Phrase, _ text: HumanText) -> String {
    MarkdownText.escaped(text.string(.phrase(phrase), HumanText.Style()))
  }
}
