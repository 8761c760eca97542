import ArgumentParser
import FundLedger

/// How a report is shown: format, file, language, unit, colour.
struct OutputOptions: ParsableArguments {
  @Option(help: "text, csv, json or md (default: by the file's name, else text).", transform: Parsing.format)
  var format: Format?

  @Option(name: [.short, .long], help: ArgumentHelp("Write to a file.", valueName: "file"))
  var output: String?

  @Option(help: "zh or en (default: from the locale).", transform: Parsing.language)
  var lang: Language?

  @Option(help: "元, 万元 or 亿元 (also yuan, wan, yi).", transform: Parsing.unit)
  var unit: MoneyUnit = .yuan

  @Option(help: "auto, always or never.")
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

  /// Writes a document where it belongs.
  func show(_ document: ReportDocument) throws {
    let format = format ?? output.flatMap { Format(fileName: $0) } ?? .text
    let toTerminal = output == nil && Terminal.isTerminal(1)
    let colour = color == "always" || (color == "auto" && toTerminal && Terminal.environment("NO_COLOR") == nil)
    let options = RenderOptions(
      language: language, unit: unit, unitDecimals: unit == .yi ? 4 : 2, colour: colour && format == .text,
      width: output == nil ? Terminal.width : 0, bom: output != nil && format == .csv)
    if let output {
      return try FileBytes.write(format.bytes(of: document, options), to: output)
    }
    var sink = ByteOutput { Terminal.write($0) }
    format.render(document, options, into: &sink)
    sink.finish()
  }
}
