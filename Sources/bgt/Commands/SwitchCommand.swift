import ArgumentParser
import FundLedger

/// `bgt switch`: the books go over to another chart.
struct SwitchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "switch", abstract: Wording("新旧衔接：自某日起改用另一规则集。", "Follows another rule set from a day on. 新旧衔接"),
    discussion: Wording(
      """
      旧科目的各项余额按新规则文件 switchFrom 所写结转。更早日期的事项仍按旧规则记账。账簿保存两套规则。须两人复核时，\
      复核人再次提供自备的规则文件：bgt approve 编号 --rules 文件。
      """,
      """
      Every balance of the old chart is carried over as the new rule file says under switchFrom. Events of earlier days \
      still post by the old rules. The book keeps both rule sets. Where two persons are asked for, the one who approves
      gives a rule file of one's own again: bgt approve N --rules FILE.
      """))

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("内置规则集，或规则文件（JSON）。", "A built-in rule set, or a rule file (JSON)."))
  var rules: String
  @Option(help: ArgumentHelp("开始执行之日，须为某月 1 日。", "First day on which it is in force, the first of a month."), transform: Parsing.day)
  var date: Day
  @Option(help: ArgumentHelp("变更所依据的文件。", "Document behind the change."))
  var doc: String?

  func run() throws {
    let opened = try BookFiles.open(at: book.path)
    let set = try RuleFiles.ruleSet(rules)
    let outcome = try opened.follow(set, from: date, document: doc)
    try Recorded.show(outcome, in: opened, output)
  }
}
