import ArgumentParser
import FundLedger

/// The names of the commands, and the nearest one when a word is none.
enum CommandNames {
  /// Refuses a word in the place of a command that is none, with a suggestion.
  static func check(_ arguments: [String]) throws(Diagnostic) {
    var command: any ParsableCommand.Type = Bgt.self
    var path: [String] = ["bgt"]
    for word in arguments {
      let inner = commands(below: command)
      if word.hasPrefix("-") || inner.isEmpty { return }
      guard let next = inner.first(where: { names(of: $0).contains(word) }) else {
        // Whoever asks for help of a group gets it, whatever else is written.
        let asksHelp = path.count > 1 && !arguments.allSatisfy { $0 != "--help" && $0 != "-h" }
        if asksHelp || command.configuration.defaultSubcommand != nil { return }
        let near = Spelling.nearest(to: word, among: inner.flatMap(names)).map { "did you mean \($0)? " } ?? ""
        throw Diagnostic(
          .badUsage, path.count == 1 ? "\(word) is not a command" : "\(word) is not a command of \(path.joined(separator: " "))",
          hint: near + "\(path.joined(separator: " ")) --help lists the commands")
      }
      command = next
      path.append(word)
    }
  }

  /// The command that some words name; nil when they name none.
  static func command(_ words: [String]) -> (any ParsableCommand.Type)? {
    var command: any ParsableCommand.Type = Bgt.self
    for word in words {
      guard let next = commands(below: command).first(where: { names(of: $0).contains(word) }) else { return nil }
      command = next
    }
    return command
  }

  /// The names of all commands of the program itself.
  static var all: [String] { commands(below: Bgt.self).flatMap(names) + ["help"] }

  private static func commands(below command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
    let configuration = command.configuration
    return configuration.groupedSubcommands.flatMap(\.subcommands) + configuration.ungroupedSubcommands
  }

  private static func names(of command: any ParsableCommand.Type) -> [String] {
    [command._commandName] + command.configuration.aliases
  }
}
