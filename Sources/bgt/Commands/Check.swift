import ArgumentParser
import FundLedger

/// `bgt check`: caps, deadlines, idle money and gaps, with what to do.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: Wording(
      "合规检查与预警：按账簿采用的政策检查限额、期限、闲置资金和缺漏。",
      "Checks the books against the policies that they adopted: caps, deadlines, idle money, gaps. 合规检查与预警"),
    discussion: Wording(
      """
      未采用政策时使用内置政策包 \(PolicyPack.defaultName)，其参数未经核实。有违反时退出码为 1，只有预警时为 0。\
      规则见 Docs/checks.md，也可用 bgt policy rules 列出。
      """,
      """
      Without an adopted policy the built-in pack \(PolicyPack.defaultName) is used, whose parameters are unverified. Exit code 1 \
      when there is a breach, 0 with warnings alone. Docs/checks.md lists the rules; bgt policy rules names them.
      """))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("只查此规则；可重复。", "Only this rule; may be repeated. 只查此规则"))
  var only: [String] = []
  @Option(
    help: ArgumentHelp("仅本次改用此政策包：名称或文件（JSON）；可重复。", "Check by this pack instead, a name or a file (JSON); may be repeated. 仅本次使用的政策包"))
  var policy: [String] = []
  @Option(
    help: ArgumentHelp("节假日文件：法定节假日和调休上班日，每行一日。", "Statutory holidays and shifted working days, one day a line. 节假日文件", valueName: "file"),
    completion: .file())
  var holidays: String?

  func run() throws {
    let rules = try only.flatMap { $0.split(separator: ",") }.map { try Check.rule(String($0)) }
    var report = CheckReport(rules: Set(rules), calendar: try PolicyFiles.calendar(holidays))
    report.packs = try policy.map { name throws(Diagnostic) in try PolicyFiles.pack(name) }
    let (books, moment) = try source.open()
    report.moment = moment
    let result = try report.result(from: books)
    try output.show(result.document, vouchersOf: books, at: moment)
    if result.hasBreach { throw ExitCode(Diagnostic.Class.answerIsNo.rawValue) }
  }

  private static func rule(_ id: String) throws(Diagnostic) -> PolicyRule {
    if let rule = PolicyRule(id: id) ?? PolicyRule.allCases.first(where: { $0.chinese == id }) { return rule }
    let near =
      Spelling.nearest(to: id, among: PolicyRule.allCases.map(\.rawValue))
    throw Diagnostic(
      .badUsage, Wording("没有规则 \(id)", "there is no rule \(id)"),
      hint: .didYouMean(near, then: Wording("bgt policy rules 列出全部规则", "bgt policy rules lists them")))
  }
}
