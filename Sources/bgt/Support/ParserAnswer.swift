import ArgumentParser
import FundLedger

/// What the argument parser has to say, in the language of the user.
struct ParserAnswer {
  /// What it threw.
  let error: any Error

  /// Whether it is help or a version, for which somebody asked.
  var isAnswer: Bool { Bgt.exitCode(for: error).isSuccess }

  /// The commands from the root to the one that was read.
  private var stack: [any ParsableCommand.Type] {
    Mirror(reflecting: error).descendant("commandStack") as? [any ParsableCommand.Type] ?? named(by: Bgt.fullMessage(for: error))
  }

  /// The commands in the usage of a help text: a group that is called without a subcommand asks for its help and tells
  /// nothing else of itself.
  private func named(by help: String) -> [any ParsableCommand.Type] {
    let usage = help.split(separator: "\n").first { $0.hasPrefix("USAGE: ") } ?? ""
    var stack: [any ParsableCommand.Type] = [Bgt.self]
    for word in usage.split(separator: " ").dropFirst(2) {
      guard let next = stack.last?.configuration.subcommands.first(where: { $0._commandName == word }) else { break }
      stack.append(next)
    }
    return stack
  }

  /// The answer.
  func text() throws(Diagnostic) -> String {
    let message = Bgt.fullMessage(for: error)
    let isHelp = message.hasPrefix("OVERVIEW: ") && message.contains("\nUSAGE: ")
    guard isHelp, Terminal.language == .zh else { return message }
    return try ChineseHelp(of: stack).text
  }

  /// The complaint, with how the command is written.
  func diagnostic() throws(Diagnostic) -> Diagnostic {
    let lines = Bgt.fullMessage(for: error).split(separator: "\n")
    let usage = lines.first { $0.hasPrefix("Usage: ") }.map { String($0.dropFirst(7)) } ?? ""
    var written = Wording.plain(usage)
    if !usage.isEmpty, Terminal.language == .zh { written.zh = try ChineseHelp(of: stack).synopsis }
    let message = ParserMessage(Bgt.message(for: error))
    let more = Wording("--help 列出全部参数和选项", "--help says more")
    return Diagnostic(
      .badUsage, message.wording, hint: message.suggestion + (usage.isEmpty ? .none : written + Wording("；", "; ")) + more)
  }
}
