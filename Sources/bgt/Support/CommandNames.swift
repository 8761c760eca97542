import ArgumentParser
import FundLedger

/// The names of the commands, and the nearest one when a word is none.
enum CommandNames {
  /// Refuses a word in the place of a command that is none, with a suggestion.
  static func check(_ arguments: [String]) throws(Diagnostic) {
    if ArgumentOrder.lacksCommand(arguments) {
      throw Diagnostic(
        .badUsage, Wording("缺少命令", "a command is missing"),
        hint: Wording(
          "如 bgt -f 文件 balance，或 bgt --book 文件 balance；bgt --help 列出命令",
          "as in: bgt -f FILE balance, or bgt --book FILE balance; bgt --help lists the commands"))
    }
    var command: any ParsableCommand.Type = Bgt.self
    var path: [String] = ["bgt"]
    for word in arguments {
      let inner = commands(below: command)
      if word.hasPrefix("-") || inner.isEmpty { return }
      guard let next = inner.first(where: { names(of: $0).contains(word) }) else {
        // Whoever asks for help of a group gets it, whatever else is written.
        let asksHelp = path.count > 1 && !arguments.allSatisfy { $0 != "--help" && $0 != "-h" }
        let nearest = CommandNames.near(word, among: inner.flatMap(names))
        // What a command with a default takes for its value is a mistyped command where it is nearly one.
        let isValue = command.configuration.defaultSubcommand != nil && (nearest == nil || word.contains(where: \.isNumber))
        if asksHelp || isValue { return }
        throw Diagnostic(
          .badUsage,
          Wording(
            path.count == 1 ? "没有命令 \(word)" : "\(path.joined(separator: " ")) 没有命令 \(word)",
            path.count == 1 ? "\(word) is not a command" : "\(word) is not a command of \(path.joined(separator: " "))"),
          hint: .didYouMean(
            nearest ?? (path.count == 1 ? CommandNames.command(inChinese: word) : nil),
            then: Wording("\(path.joined(separator: " ")) --help 列出命令", "\(path.joined(separator: " ")) --help lists the commands")
          ))
      }
      command = next
      path.append(word)
    }
  }

  /// The name that a mistyped or unfinished word most likely meant.
  static func near(_ word: String, among names: [String]) -> String? {
    if let near = Spelling.nearest(to: word, among: names, within: word.count > 4 ? 2 : 1) { return near }
    guard word.count > 2 else { return nil }
    return names.first { $0.hasPrefix(word) }
      ?? names.first { name in name.split(separator: "-").contains { Spelling.nearest(to: word, among: [String($0)]) != nil } }
  }

  /// The commands whose Chinese name has a word, best the one that is it: 对账.
  ///
  /// Each stands behind those that it belongs to, from the program on.
  static func commands(about word: String) -> [[any ParsableCommand.Type]] {
    guard word.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) else { return [] }
    var found: [[any ParsableCommand.Type]] = []
    for outer in commands(below: Bgt.self) {
      found.append([Bgt.self, outer])
      for inner in commands(below: outer) { found.append([Bgt.self, outer, inner]) }
    }
    func name(_ stack: [any ParsableCommand.Type]) -> String { stack.last?.configuration.chineseName ?? "" }
    let exact = found.filter { name($0) == word }
    return exact.isEmpty ? found.filter { name($0).contains(word) } : exact
  }

  /// The command whose Chinese name a word is, is a part of, or nearly is, as it is written behind the program: 放大.
  static func command(inChinese word: String) -> String? {
    if let about = commands(about: word).first { return path(of: Array(about.dropFirst())) }
    let names = commands(below: Bgt.self).map { (command: $0, name: $0.configuration.chineseName) }
    guard word.count > 2, let near = Spelling.nearest(to: word, among: names.map(\.name), within: 1) else { return nil }
    return names.first { $0.name == near }?.command._commandName
  }

  /// The command that some words name, behind those that it belongs to, from the program on; nil when they name none.
  static func stack(_ words: [String]) -> [any ParsableCommand.Type]? {
    var stack: [any ParsableCommand.Type] = [Bgt.self]
    for word in words {
      let inner = stack.last.map(commands(below:)) ?? []
      guard let next = inner.first(where: { names(of: $0).contains(word) }) else { return nil }
      stack.append(next)
    }
    return stack
  }

  /// A command as it is written, from the commands that it belongs to on.
  static func path(of stack: [any ParsableCommand.Type]) -> String { stack.map { $0._commandName }.joined(separator: " ") }

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
