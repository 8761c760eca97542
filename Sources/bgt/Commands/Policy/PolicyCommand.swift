import ArgumentParser
import FundLedger

/// `bgt policy`: the policies that books may be held to.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: Wording("政策：政策包、规则，以及账簿所采用的政策。", "Policies: packs, rules, what a book adopts. 政策"),
    subcommands: [
      PolicyListCommand.self, PolicyRulesCommand.self, PolicyShowCommand.self, PolicyAdoptCommand.self, PolicyPrintCommand.self,
    ])
}
