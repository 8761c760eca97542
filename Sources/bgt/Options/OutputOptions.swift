import ArgumentParser
import FundLedger

/// How a report is shown: format, file, language, unit, colour.
struct OutputOptions: ParsableArguments {
  @Option(help: "text, csv, json, md or html (default: by the file's name, else text).", transform: Parsing.format)
  var format: Format?

  @Option(name: [.short, .long], help: ArgumentHelp("Write to a file.", valueName: "file"))
  var output: String?

  @Option(help: "zh or en (default: from the locale).", transform: Parsing.language)
  var lang: Language?

  @Option(help: "元, 万元 or 亿元 (also yuan, wan, yi).", transform: Parsing.unit)
  var unit: MoneyUnit = .yuan

  @Option(help: "auto, always or never.", transform: Parsing.colour)
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

  /// The format that a file's name asks for; a name without an extension is text.
  private static func format(of file: String) throws -> Format {
    if let format = Format(fileName: file) { return format }
    let name = file.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return .text }
    throw ValidationError(
      "no report is written as \(name[dot...]); there are .txt, .csv, .json, .md and .html, or say which with --format")
  }

  /// The format: the option, else by the file's name, else text.
  private var chosenFormat: Format {
    get throws { try format ?? output.map(OutputOptions.format(of:)) ?? .text }
  }

  /// Whether charts will be seen, so that a report may take the trouble of those that cost some.
  var showsCharts: Bool {
    get throws { try chosenFormat == .html }
  }

  /// Writes a document where it belongs.
  func show(_ document: ReportDocument) throws {
    let format = try chosenFormat
    let toTerminal = output == nil && Terminal.isTerminal(1)
    let colour = color == "always" || (color == "auto" && toTerminal && Terminal.usesColour(1))
    let options = RenderOptions(
      language: language, unit: unit, unitDecimals: unit == .yi ? 4 : 2, colour: colour && format == .text,
      width: output == nil ? Terminal.width : Terminal.environment("COLUMNS").flatMap { Int($0) } ?? 0, bom: output != nil && format == .csv)
    if let output {
      return try FileBytes.write(format.bytes(of: document, options), to: output)
    }
    var sink = ByteOutput { Terminal.write($0) }
    format.render(document, options, into: &sink)
    sink.finish()
  }
}
