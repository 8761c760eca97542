import ArgumentParser
import FundLedger

/// `bgt switch`: the books go over to another chart.
struct SwitchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "switch", abstract: "Follows another rule set from a day on. 新旧衔接",
    discussion: """
      Every balance of the old chart is carried over as the new rule file says under switchFrom. Events of earlier days \
      still post by the old rules. The book keeps both rule sets. Where two persons are asked for, the one who approves
      gives a rule file of one's own again: bgt approve N --rules FILE.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "A built-in rule set, or a rule file (JSON).")
  var rules: String
  @Option(help: "First day on which it is in force, the first of a month.", transform: Parsing.day)
  var date: Day
  @Option(help: "Document behind the change.")
  var doc: String?

  func run() throws {
    let opened = try BookFiles.open(at: book.path)
    let set = try RuleFiles.ruleSet(rules)
    let outcome = try opened.follow(set, from: date, document: doc)
    try Recorded.show(outcome, in: opened, output)
  }
}
