import ArgumentParser
import FundLedger

/// `bgt template`: an empty workbook of a register to fill in.
struct Template: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Writes an empty register (台账) as a workbook to fill in. 台账模板",
    discussion: """
      KIND is investments, envelopes, social, loans, valuations, dividends, exits, their Chinese names, or any kind of event.
      Each heading has a comment, words are chosen from lists, and the example row is left out when the file is imported.
      Fill it in, then: bgt import FILE --dry-run
      """)

  @Argument(help: ArgumentHelp("The register, as investments or 股权投资台账.", valueName: "kind"), completion: .list(RegisterCatalog.kinds.map(\.name)))
  var kind: String

  @Option(name: [.short, .long], help: ArgumentHelp("The workbook to write (default: KIND.xlsx, unless it exists).", valueName: "file"), completion: .file())
  var output: String?

  @Option(help: "zh or en headings (default: from the locale).", completion: .list(["zh", "en"]), transform: Parsing.language)
  var lang: Language?

  func run() throws {
    let register = try RegisterFile.kind(named: kind)
    let path = output ?? "\(register.name).xlsx"
    if output == nil, FileBytes.exists(path) {
      throw Diagnostic(.badUsage, "\(path) exists already", hint: "name another with -o FILE, or -o \(path) to write over it")
    }
    let isChinese = (lang ?? OutputOptions.localeLanguage) == .zh
    try RegisterFile.write(to: path) { path throws(Diagnostic) in
      try RegisterFile.writeTemplate(of: register, chinese: isChinese, to: path)
    }
    Terminal.write("\(path): fill it in, then bgt import \(path) --dry-run\n")
  }
}
