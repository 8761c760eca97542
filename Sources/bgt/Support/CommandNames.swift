import ArgumentParser
import FundLedger

/// Names the nearest command when the first word is none.
enum CommandNames {
  /// Refuses a first word that is no command, with a suggestion.
  static func check(_ arguments: [String]) throws(Diagnostic) {
    guard let word = arguments.first, !word.hasPrefix("-") else { return }
    let commands = Bgt.configuration.groupedSubcommands.flatMap(\.subcommands) + Bgt.configuration.ungroupedSubcommands
    var names = ["help"]
    for command in commands {
      names.append(command.configuration.commandName ?? "\(command)".lowercased())
      names += command.configuration.aliases
    }
    if names.contains(word) { return }
    let near = Spelling.nearest(to: word, among: names).map { "did you mean \($0)? " } ?? ""
    throw Diagnostic(.badUsage, "\(word) is not a command", hint: near + "bgt --help lists the commands")
  }
}
