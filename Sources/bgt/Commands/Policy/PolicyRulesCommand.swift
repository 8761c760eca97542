import ArgumentParser
import FundLedger

/// `bgt policy rules`: the rules that requirements may name.
struct PolicyRulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: Wording("规则清单：政策可以规定的规则，以及各规则所需的参数。", "The rules that a policy may set, with the parameters that each needs. 规则清单"))

  @OptionGroup var output: OutputOptions

  func run() throws { try output.show(PolicyReport.rules()) }
}
