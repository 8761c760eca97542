import ArgumentParser
import FundLedger

/// `bgt policy show`: what a pack asks for.
struct PolicyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: Wording("政策包内容：各项要求、出处及其核实状态。", "What a policy pack asks for, with sources and their status. 政策包内容"))

  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("内置政策包，或政策包文件（JSON）。", "A built-in pack, or a pack file (JSON)."))
  var pack: String

  func run() throws { try output.show(PolicyReport.contents(of: try PolicyFiles.pack(pack))) }
}
