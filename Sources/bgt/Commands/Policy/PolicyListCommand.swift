import ArgumentParser
import FundLedger

/// `bgt policy list`: the packs that come with the program.
struct PolicyListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Wording("内置政策包：程序自带的政策包。", "The policy packs that come with the program. 内置政策包"))

  @OptionGroup var output: OutputOptions

  func run() throws {
    let packs = try PolicyPack.builtInNames.map { name throws(Diagnostic) in try PolicyPack.builtIn(name) }
    try output.show(PolicyReport.list(of: packs))
  }
}
