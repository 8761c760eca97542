import ArgumentParser
import FundLedger

/// `bgt init`: opens a new set of books.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: Wording("新建账簿。", "Opens a new set of books. 新建账簿"),
    discussion: Wording(
      "不覆盖已有文件。规则集存入账簿，凭证可据以重新生成。",
      "An existing file is never overwritten. The rule set is kept inside the book, so that vouchers can be derived again."))

  @OptionGroup var book: BookOptions
  @OptionGroup var speech: LanguageOptions

  @Option(help: ArgumentHelp("账簿名称。", "Title of the books."))
  var title: String = "拨改投"

  @Option(
    help: ArgumentHelp(
      "记账规则：\(RuleSet.builtInNames.joined(separator: "、"))，或规则文件（JSON）。",
      "Posting rules: \(RuleSet.builtInNames.joined(separator: ", ")), or a rule file (JSON)."))
  var rules: String = RuleSet.defaultName

  @Option(help: ArgumentHelp("未写币种的金额所用币种。", "Commodity of amounts that name none."))
  var commodity: String = "CNY"

  @Flag(help: ArgumentHelp("凭证使用未声明的科目时拒绝。", "Refuse vouchers with accounts that nobody declared."))
  var strict = false

  @Option(
    help: ArgumentHelp(
      "凭证编号：single 统一编“记”字，cash 财务会计分“收”“付”“转”字。", "Series of voucher numbers: single (记) or cash (收, 付, 转 in the fiscal book)."),
    transform: Parsing.numbering)
  var numbering: Numbering = .single

  @Option(
    help: ArgumentHelp("one：记录即记账；two：须经另一人复核。", "one: whoever records posts; two: another person approves first."),
    transform: Parsing.approval)
  var approval: Approval = .one

  @Option(
    help: ArgumentHelp("可批准反结账的人员，以逗号分隔（缺省为任何人）。", "Who may allow a closed period to be reopened, separated by commas (default: anybody)."))
  var supervisors: String = ""

  func run() throws {
    let opened = try BookFiles.create(
      at: book.path, title: title, rules: try RuleFiles.ruleSet(rules), commodity: commodity, isStrict: strict,
      numbering: numbering, approval: approval, supervisors: supervisors)
    let head = try opened.head(at: .latest)
    let digest = head.digest.prefix(16)
    Terminal.say(
      Wording(
        "\(book.path)：\(title)，规则 \(opened.rules.name)，链头 \(digest)",
        "\(book.path): \(title), rules \(opened.rules.name), chain head \(digest)"))
  }
}
