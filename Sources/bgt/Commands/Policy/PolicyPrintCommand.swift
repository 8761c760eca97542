import ArgumentParser
import FundLedger

/// `bgt policy print`: a pack as journal text.
struct PolicyPrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Writes a policy pack as journal text, to be kept in a journal. 政策包转为文本账")

  @Argument(help: "A built-in pack, or a pack file (JSON).")
  var pack: String
  @Option(name: .customLong("from"), help: "First day on which the books follow it.", transform: Parsing.day)
  var from: Day

  func run() throws { Terminal.write(try PolicyFiles.journal(of: try PolicyFiles.pack(pack), from: from)) }
}
