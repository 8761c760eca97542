import ArgumentParser
import FundLedger

/// `bgt print`: writes the events of a book as text that imports again to the same chain.
struct Print: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: Wording("打印事项：写成文本账，重新导入即得相同的链。", "Writes all events as a journal that imports again to the same chain. 打印事项"),
    discussion: Wording(
      """
      写查询条件时，只取有符合分录的事项，以及不生成分录而内容符合的事项：
      bgt print deal:力得 date:2022 --numbers
      text、CSV 和 JSON 可再读入。HTML、XLSX、Markdown 和 PDF 是供人阅读的同一清单：何人何时记录了什么，出自何处。
      """,
      """
      With a query, only the events that have a posting which fits, or that post nothing and fit by what they say:
      bgt print deal:力得 date:2022 --numbers
      Text, CSV and JSON read back. HTML, XLSX, Markdown and PDF are a list of the same events for people: who recorded what,
      when, out of what.
      """))

  @OptionGroup var source: SourceOptions
  @OptionGroup var queries: QueryOptions

  @Option(name: [.short, .long], help: ArgumentHelp("写入文件。", "Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "text、csv 或 json 可再读入；html、xlsx、md 或 pdf 供人阅读（缺省为 text）。",
      "text, csv or json, which read back; or html, xlsx, md or pdf, for people (default: text)."))
  var format: String = "text"

  @Option(
    help: ArgumentHelp("供人阅读的清单用 zh 或 en（缺省看系统语言）。", "zh or en, of the list for people (default: from the locale)."),
    completion: .list(["zh", "en"]), transform: Parsing.language)
  var lang: Language?

  @Flag(help: ArgumentHelp("每个事项一行，如账簿所存。", "One line for each event, as the book keeps it."))
  var compact = false

  @Flag(help: ArgumentHelp("每个事项前加注编号，供 bgt reverse 使用。", "A comment with the number of each event before it, as bgt reverse takes it."))
  var numbers = false

  @Flag(help: ArgumentHelp("不写何人何时记录的各行；重新导入后链不相同。", "Without the lines that say who recorded what when; the chain is then another one."))
  var eventsOnly = false

  func run() throws {
    if let people = Print.documents[format] { return try list(as: people) }
    guard let form = EventPrinter.Form(format, isCompact: compact) else {
      throw ValidationError(
        Wording(
          "\(format) 不是事项的格式；有 text、csv、json、html、xlsx、md 和 pdf",
          "\(format) is not a format of events; there are text, csv, json, html, xlsx, md and pdf"))
    }
    var printer = EventPrinter(form: form)
    printer.today = SystemClock.today
    printer.isEventsOnly = eventsOnly
    printer.isNumbered = numbers
    printer.query = try queries.query()
    if !source.files.isEmpty {
      // Half a journal in a file would pass for a whole one.
      var bytes: [UInt8] = []
      let problems = try printer.write(journals: source.files, at: try source.momentOfJournal()) { bytes += $0 }
      if !problems.isEmpty { throw Failure(diagnostics: problems) }
      return try write { sink in sink(bytes) }
    }
    let (opened, moment) = try source.openBook()
    try write { sink in try printer.write(opened, at: moment, to: sink) }
  }

  /// Formats for people, by their names.
  private static let documents: [String: OutputFormat] = [
    "html": .document(.html), "xlsx": .document(.xlsx), "md": .document(.md), "pdf": .pdf,
  ]

  /// Writes the events as a list for people.
  private func list(as form: OutputFormat) throws {
    if compact || numbers || eventsOnly {
      throw ValidationError(
        Wording(
          "--compact、--numbers 和 --events-only 用于 text、csv 和 json", "--compact, --numbers and --events-only are about text, csv and json"))
    }
    let (books, moment) = try source.open()
    var options = OutputOptions()
    options.format = form
    options.output = output
    options.encoding = nil
    options.lang = lang
    options.unit = .yuan
    options.color = "never"
    try options.show(try EventListing(try queries.query(), moment: moment).document(from: books))
  }

  private func write(_ body: (@escaping ([UInt8]) -> Void) throws -> Void) throws {
    guard let output else { return try body { Terminal.write($0) } }
    var bytes: [UInt8] = []
    try body { bytes += $0 }
    try FileBytes.write(bytes, to: output)
  }
}
