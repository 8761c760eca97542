import LedgerCore
import ReportDocument

/// The machine form, described in Docs/json.md; its `schema` changes when a reader would have to.
public struct JSONRenderer: Renderer {
  /// The name and version of the form.
  public static let schema = "bgt/1"

  /// A renderer of JSON.
  public init() {}

  /// Writes the document as one object and a final line break.
  public func render(_ document: ReportDocument, _ options: RenderOptions, into output: inout ByteOutput) {
    var page = JSONPage(document, options.language)
    page.write(to: &output)
    output.endLine()
  }
}

/// The running state of a document in JSON.
private struct JSONPage {
  /// What is written.
  let document: ReportDocument
  /// The language of titles and notes.
  let language: Language
  /// Where in the JSON the writing is.
  private var writer = JSONWriter()

  /// A document that nothing is written of yet.
  init(_ document: ReportDocument, _ language: Language) {
    self.document = document
    self.language = language
  }

  /// Writes the whole object.
  mutating func write(to output: inout ByteOutput) {
    let taken = Set(document.extras.map(\.name))
    writer.beginObject(to: &output)
    member("schema", JSONRenderer.schema, to: &output)
    member("report", document.id, to: &output)
    if !taken.contains("title") { member("title", document.title[language], to: &output) }
    if !taken.contains("language") { member("language", language.rawValue, to: &output) }
    if !taken.contains("definitions") { texts("definitions", document.definitions, to: &output) }
    if !taken.contains("facts") { writeFacts(to: &output) }
    writeExtras(to: &output)
    if !taken.contains("figures") { writeFigures(to: &output) }
    if !taken.contains("tables") { writeTables(to: &output) }
    if !taken.contains("sections") { writeSections(to: &output) }
    if !taken.contains("notes") { texts("notes", document.notes, to: &output) }
    writer.endObject(to: &output)
  }

  /// Writes a member that is a text.
  private mutating func member(_ name: String, _ text: String, to output: inout ByteOutput) {
    writer.key(name, to: &output)
    writer.string(text, to: &output)
  }

  /// Writes a member that is a list of texts.
  private mutating func texts(_ name: String, _ phrases: [Phrase], to output: inout ByteOutput) {
    writer.key(name, to: &output)
    writer.beginArray(to: &output)
    for phrase in phrases where !phrase.isEmpty { writer.string(phrase[language], to: &output) }
    writer.endArray(to: &output)
  }

  /// Writes the header facts by id.
  private mutating func writeFacts(to output: inout ByteOutput) {
    writer.key("facts", to: &output)
    writer.beginObject(to: &output)
    var written: Set<String> = []
    for fact in document.facts where written.insert(fact.id).inserted {
      writer.key(fact.id, to: &output)
      writer.cell(fact.value, decimals: fact.decimals, language, to: &output)
    }
    writer.endObject(to: &output)
  }

  /// Writes what the report adds; the first of a name counts.
  private mutating func writeExtras(to output: inout ByteOutput) {
    var written: Set<String> = ["schema", "report"]
    for extra in document.extras where written.insert(extra.name).inserted {
      writer.key(extra.name, to: &output)
      writer.value(extra.value, to: &output)
    }
  }

  /// Writes all lists of figures by id.
  private mutating func writeFigures(to output: inout ByteOutput) {
    writer.key("figures", to: &output)
    writer.beginObject(to: &output)
    var lists: Set<String> = []
    for case .figures(let list) in document.sections.flatMap(\.blocks) where lists.insert(list.id).inserted {
      writer.key(list.id, to: &output)
      writer.beginObject(to: &output)
      var figures: Set<String> = []
      for figure in list.figures where figures.insert(figure.id).inserted {
        writer.key(figure.id, to: &output)
        writer.beginObject(inline: true, to: &output)
        member("label", figure.label[language], to: &output)
        writer.members(of: figure.value, decimals: figure.decimals, language, to: &output)
        if !figure.definition.isEmpty { member("definition", figure.definition[language], to: &output) }
        writer.endObject(to: &output)
      }
      writer.endObject(to: &output)
    }
    writer.endObject(to: &output)
  }

  /// Writes all tables by id; the first of an id counts.
  private mutating func writeTables(to output: inout ByteOutput) {
    writer.key("tables", to: &output)
    writer.beginObject(to: &output)
    var written: Set<String> = []
    for table in document.tables where written.insert(table.id).inserted {
      writer.key(table.id, to: &output)
      JSONTable(table: table, language: language).write(&writer, to: &output)
    }
    writer.endObject(to: &output)
  }

  /// Writes the order in which people see figures and tables.
  private mutating func writeSections(to output: inout ByteOutput) {
    writer.key("sections", to: &output)
    writer.beginArray(to: &output)
    for section in document.sections {
      writer.beginObject(to: &output)
      member("id", section.id, to: &output)
      member("title", section.title[language], to: &output)
      writer.key("blocks", to: &output)
      writer.beginArray(to: &output)
      for block in section.blocks where !block.isChart { write(block, to: &output) }
      writer.endArray(to: &output)
      writer.endObject(to: &output)
    }
    writer.endArray(to: &output)
  }

  /// Writes where a block is found, or its text.
  private mutating func write(_ block: Block, to output: inout ByteOutput) {
    writer.beginObject(inline: true, to: &output)
    switch block {
    case .table(let table): member("table", table.id, to: &output)
    case .figures(let list): member("figures", list.id, to: &output)
    case .paragraph(let phrase): member("paragraph", phrase[language], to: &output)
    case .statement(let statement):
      member("paragraph", HumanText(options: RenderOptions(language: language)).string(statement), to: &output)
    case .note(let phrase): member("note", phrase[language], to: &output)
    case .chart: break
    }
    writer.endObject(to: &output)
  }
}
