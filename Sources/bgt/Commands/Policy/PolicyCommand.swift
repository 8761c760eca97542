import ArgumentParser

/// `bgt policy`: the policies that books may be held to.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Policies: packs, rules, what a book adopts. 政策",
    subcommands: [
      PolicyListCommand.self, PolicyRulesCommand.self, PolicyShowCommand.self, PolicyAdoptCommand.self, PolicyPrintCommand.self,
    ])
}
