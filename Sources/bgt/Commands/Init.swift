import ArgumentParser
import FundLedger

/// `bgt init`: opens a new set of books.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Opens a new set of books. 新建账簿",
    discussion: "An existing file is never overwritten. The rule set is kept inside the book, so that vouchers can be derived again.")

  @OptionGroup var book: BookOptions
  @OptionGroup var speech: LanguageOptions

  @Option(help: "Title of the books.")
  var title: String = "拨改投"

  @Option(help: "Posting rules: \(RuleSet.builtInNames.joined(separator: ", ")), or a rule file (JSON).")
  var rules: String = RuleSet.defaultName

  @Option(help: "Commodity of amounts that name none.")
  var commodity: String = "CNY"

  @Flag(help: "Refuse vouchers with accounts that nobody declared.")
  var strict = false

  @Option(help: "Series of voucher numbers: single (记) or cash (收, 付, 转 in the fiscal book).", transform: Parsing.numbering)
  var numbering: Numbering = .single

  @Option(help: "one: whoever records posts; two: another person approves first.", transform: Parsing.approval)
  var approval: Approval = .one

  @Option(help: "Who may allow a closed period to be reopened, separated by commas (default: anybody).")
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
