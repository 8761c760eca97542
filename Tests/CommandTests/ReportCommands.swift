import Foundation

/// The reports of the program, found in its own help, so that one added tomorrow is tested too.
struct ReportCommands {
  /// One command that shows the books at a moment.
  struct Report: Hashable {
    /// Its words, such as `report year`, with a value for every argument that it cannot do without.
    let words: [String]
    /// Arguments for which no value is known here.
    let unknown: [String]
    /// Whether it can be shown in several formats; a journal for a peer has one.
    let hasFormats: Bool
  }

  /// Every command with an option `--known-at`.
  let reports: [Report]
  /// The names of all formats that reports can be shown in.
  let formats: [String]

  /// A value for each argument that some report cannot do without, by the name in its help; they fit
  /// `KnownAtTests.batches`.
  static let values: [String: String] = [
    "year": "2022", "month": "2022-06", "period": "2022-06", "voucher": "3", "number": "3", "event": "#9", "id": "力得/A",
    "deal": "力得/A", "envelope": "2022/拨改投", "account": "其他费用", "accounts": "其他费用", "dimension": "deal", "book": "fiscal",
    "party": "力得", "programme": "拨改投",
  ]

  /// What commands need of which each single argument may be left out.
  static let choices: [[String]: [String]] = [["voucher"]: ["3"]]

  init(_ bgt: Bgt) throws {
    let help = try bgt.run("--experimental-dump-help")
    let root = try JSONDecoder().decode(Help.self, from: Data(help.output.utf8)).command
    reports = ReportCommands.reports(in: root, [])
    let refusal = try bgt.run("stats", "--format", "nothing", "--lang", "en").errors
    let list = refusal.range(of: "there are ").map { refusal[$0.upperBound...].prefix { $0 != "\n" } } ?? ""
    // A PDF is the page in HTML, printed by a browser in seconds; PrintedPageTests looks at it.
    formats = list.split(separator: ", ").map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0 != "pdf" }
  }

  /// What ArgumentParser says of a program.
  private struct Help: Decodable {
    let command: Command
  }

  /// One command with its arguments.
  private struct Command: Decodable {
    let commandName: String
    let subcommands: [Command]?
    let arguments: [Argument]?
  }

  /// One argument or option.
  private struct Argument: Decodable {
    struct Name: Decodable { let name: String }
    let kind: String
    let isOptional: Bool
    let names: [Name]?
    let valueName: String?
  }

  private static func reports(in command: Command, _ path: [String]) -> [Report] {
    if let inner = command.subcommands, !inner.isEmpty {
      return inner.flatMap { reports(in: $0, path + [$0.commandName]) }
    }
    let arguments = command.arguments ?? []
    guard arguments.contains(where: { $0.names?.contains { $0.name == "known-at" } == true }) else { return [] }
    var words = path
    var unknown: [String] = []
    for argument in arguments where !argument.isOptional {
      let name = argument.valueName ?? argument.names?.first?.name ?? ""
      guard let value = values[name] else {
        unknown.append(name)
        continue
      }
      if argument.kind == "option" { words.append("--\(name)") }
      words.append(value)
    }
    let hasFormats = arguments.contains { $0.names?.contains { $0.name == "format" } == true }
    return [Report(words: words + (choices[path] ?? []), unknown: unknown, hasFormats: hasFormats)]
  }
}
