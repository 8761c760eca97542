import ArgumentParser
import FoundationEssentials
import FundLedger

/// A command as the argument parser declares it, for the manual and for help in Chinese.
struct CommandOutline: Decodable {
  /// One option, flag or argument.
  struct Argument: Decodable, Hashable {
    /// One way of writing it.
    struct Name: Decodable, Hashable {
      let kind: String
      let name: String

      /// The name with its dashes.
      var text: String { (kind == "long" ? "--" : "-") + name }
    }

    let kind: String
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let defaultValue: String?
    let allValues: [String]?

    /// Whether every command has it: `--help`, `--version`.
    var isBuiltIn: Bool { (names ?? []).contains { $0.name == "help" || $0.name == "version" } }

    /// The names, the short ones first.
    var namesText: String {
      let names = names ?? []
      return (names.filter { $0.kind == "short" } + names.filter { $0.kind != "short" }).map(\.text).joined(separator: ", ")
    }
  }

  let commandName: String
  let shouldDisplay: Bool
  let aliases: [String]?
  let abstract: String?
  let discussion: String?
  let subcommands: [CommandOutline]?
  let arguments: [Argument]?

  private struct Tool: Decodable { let command: CommandOutline }

  /// All of the program; the `help` that the parser adds by itself is left out.
  static func program() throws(Diagnostic) -> CommandOutline {
    let dump: String
    do {
      _ = try Bgt.parseAsRoot(["--experimental-dump-help"])
      dump = ""
    } catch { dump = Bgt.fullMessage(for: error) }
    return try read(dump)
  }

  /// What a command takes beside what every command has.
  static func arguments(of command: any ParsableCommand.Type) throws(Diagnostic) -> [Argument] {
    try (read(command._dumpHelp()).arguments ?? []).filter { $0.shouldDisplay && !$0.isBuiltIn }
  }

  private static func read(_ dump: String) throws(Diagnostic) -> CommandOutline {
    do { return try JSONDecoder().decode(Tool.self, from: Data(dump.utf8)).command } catch {
      throw Diagnostic(.badUsage, Wording("参数解析器没有给出命令表", "the parser does not say what its commands are"))
    }
  }
}
