import ArgumentParser
import FundLedger

/// `bgt policy print`: a pack as journal text.
struct PolicyPrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: Wording("政策包转为文本账：写成文本账的文字，以便保存。", "Writes a policy pack as journal text, to be kept in a journal. 政策包转为文本账"))

  @Argument(help: ArgumentHelp("内置政策包，或政策包文件（JSON）。", "A built-in pack, or a pack file (JSON)."))
  var pack: String
  @Option(name: .customLong("from"), help: ArgumentHelp("账簿开始采用之日。", "First day on which the books follow it."), transform: Parsing.day)
  var from: Day

  func run() throws { Terminal.write(try PolicyFiles.journal(of: try PolicyFiles.pack(pack), from: from)) }
}
