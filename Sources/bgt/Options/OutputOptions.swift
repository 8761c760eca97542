import ArgumentParser
import FundLedger

/// How a report is shown: format, file, encoding, language, unit, colour.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "text、csv、json、md、html、xlsx 或 pdf（缺省看文件名，否则为 text）。",
      "text, csv, json, md, html, xlsx or pdf (default: by the file's name, else text)."),
    completion: .list(OutputWords.formats), transform: OutputFormat.init(parsing:))
  var format: OutputFormat?

  @Option(name: [.short, .long], help: ArgumentHelp("写入文件。", "Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "text、csv 和 md 的编码：utf-8、utf-8-bom 或 gb18030（缺省为 utf-8；CSV 文件为 utf-8-bom）。",
      "utf-8, utf-8-bom or gb18030, of text, csv and md (default: utf-8; utf-8-bom for CSV files).", valueName: "name"),
    completion: .list(OutputWords.encodings), transform: OutputEncoding.init(parsing:))
  var encoding: OutputEncoding?

  @Option(
    help: ArgumentHelp("zh 或 en（缺省看系统语言）。", "zh or en (default: from the locale)."), completion: .list(OutputWords.languages),
    transform: Parsing.language)
  var lang: Language?

  @Option(
    help: ArgumentHelp("元、万元或亿元（也可写 yuan、wan、yi）。", "元, 万元 or 亿元 (also yuan, wan, yi)."), completion: .list(OutputWords.units),
    transform: Parsing.unit)
  var unit: MoneyUnit = .yuan

  @Option(
    help: ArgumentHelp("颜色：auto 自动、always 总是、never 从不。", "auto, always or never."), completion: .list(OutputWords.colours),
    transform: Parsing.colour)
  var color: String = "auto"

  /// The language to speak: the option, else the locale, else English.
  var language: Language { lang ?? OutputOptions.localeLanguage }

  static var localeLanguage: Language {
    for name in ["BGT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = Terminal.environment(name) else { continue }
      return value.lowercased().hasPrefix("zh") ? .zh : .en
    }
    return .en
  }

  /// The format: the option, else by the file's name, else text.
  var chosenFormat: OutputFormat {
    get throws { try format ?? output.map(OutputFormat.init(fileName:)) ?? .document(.text) }
  }

  /// Whether charts will be seen, so that a report may take the trouble of those that cost some.
  var showsCharts: Bool {
    get throws { try chosenFormat.showsCharts }
  }

  /// Whether it is read on a screen, so that a report may list the beginning of very much.
  var isText: Bool {
    get throws { if case .document(.text) = try chosenFormat { true } else { false } }
  }

  /// Whether the whole of a long report is written to be kept, not a screen of it to be read.
  var showsAppendices: Bool {
    get throws { try chosenFormat.showsCharts }
  }

  /// Writes a document; a page for a browser leads from its deals to their vouchers, which stand at the end.
  func show(_ document: ReportDocument, vouchersOf books: any LedgerSource, from: Day = .always, at moment: Moment) throws {
    guard case .document(.html) = try chosenFormat else { return try show(document) }
    try show(try VoucherDrillDown(from: from, moment: moment).document(adding: document, from: books))
  }

  /// Writes a document where it belongs.
  func show(_ document: ReportDocument) throws {
    UntilExit.keep(document)
    let chosen = try chosenFormat
    let toTerminal = output == nil && Terminal.isTerminal(1)
    if chosen.isBinary && toTerminal { throw OutputOptions.notForTerminal(chosen.name) }
    if let encoding, !chosen.hasEncodings, encoding != .utf8 {
      throw ValidationError(
        Wording(
          "\(chosen.name) 不用 \(encoding.rawValue) 写；text、csv 和 md 可以",
          "\(chosen.name) is never written in \(encoding.rawValue); text, csv and md are"))
    }
    guard case .document(let format) = chosen else { return try write(try printed(document)) }
    let options = renderOptions(format, toTerminal: toTerminal)
    if let encoding {
      let bytes = try format.bytes(of: document, options)
      return try write(chosen.hasEncodings ? try encoding.bytes(of: bytes) : bytes)
    }
    if output != nil { return try write(try format.bytes(of: document, options)) }
    var sink = ByteOutput { Terminal.write($0) }
    try format.render(document, options, into: &sink)
    sink.finish()
  }

  /// Whether text that goes to the terminal is coloured.
  var isColoured: Bool { color == "always" || (color == "auto" && output == nil && Terminal.usesColour(1)) }

  /// Whether a format or a file was asked for.
  var isAskedFor: Bool { format != nil || output != nil }

  /// Writes text in the encoding that was asked for.
  func writeEncoded(_ bytes: [UInt8]) throws { try write(try encoding.map { try $0.bytes(of: bytes) } ?? bytes) }

  /// Writes bytes to the file, or to standard output.
  func write(_ bytes: [UInt8]) throws {
    if let output { try FileBytes.write(bytes, to: output) } else { Terminal.write(bytes) }
  }

  /// How a format is to be written: Excel takes CSV by its mark and the ends of its lines.
  private func renderOptions(_ format: Format, toTerminal: Bool) -> RenderOptions {
    let colour = color == "always" || (color == "auto" && toTerminal && Terminal.usesColour(1))
    let isForExcel = encoding.map { $0 != .utf8 } ?? (output != nil)
    return RenderOptions(
      language: language, unit: unit, unitDecimals: unit == .yi ? 4 : 2, colour: colour && format == .text,
      width: output == nil ? Terminal.width : Terminal.environment("COLUMNS").flatMap { Int($0) } ?? 0,
      bom: isForExcel && format == .csv)
  }

  /// The page of a document, printed by the browser of the machine.
  private func printed(_ document: ReportDocument) throws -> [UInt8] {
    let page = try Format.html.bytes(of: document, renderOptions(.html, toTerminal: false))
    return try Printer.pdf(of: page, day: document.day)
  }

  /// That a terminal would show nothing but signs without a meaning.
  private static func notForTerminal(_ format: String) -> Diagnostic {
    Diagnostic(
      .notForTerminal, Wording("\(format) 形式的报告不是文本，不写到终端", "a report as \(format) is no text and is not written to a terminal"),
      hint: Wording("用 -o report.\(format) 指明文件，或用 > 或 | 转出", "name a file with -o report.\(format), or send it on with > or |"))
  }
}
