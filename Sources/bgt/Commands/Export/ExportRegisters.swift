import ArgumentParser
import FundLedger

/// `bgt export registers`: all registers of a book in one folder, with what no register holds, to be imported into another book.
struct ExportRegisters: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registers",
    abstract: Wording(
      "导出全部台账：账簿的全部台账写入一个文件夹，其他事项另成一表。", "All registers of the book in one folder, and a table of the other events. 导出全部台账"),
    discussion: Wording(
      """
      有内容的台账各成一个文件；另有一个文件载台账所不含的事项，如科目、一般凭证、企业业绩和费用，以及同日须排在他项之后的事项（其他事项.csv）；\
      一个文本账载账簿的名称和规则、科目表变更和有效的结账（账簿.journal）。bgt import --book 新账簿 文件夹/* 由此建立新账簿，所得余额相同。\
      已冲销的事项和已重开的结账不导出；对账单和勾对也不导出，bgt print 保留。
      """,
      """
      The folder has a file for each register that has rows, one of the events that no register holds, such as accounts, plain \
      vouchers, results of companies and fees, and of those that have to follow others of their day (其他事项.csv), and a journal \
      with title and rules of the book, changes of its chart and the closings that stand (账簿.journal). bgt import --book NEW \
      DIR/* makes a new book of them, which then has the same balances. Reversed events and reopened closings are left out; so \
      are statements and matches, which bgt print keeps.
      """))

  @OptionGroup var book: BookOptions

  @Argument(help: ArgumentHelp("文件夹，由本命令新建。", "The folder, which is made.", valueName: "dir"), completion: .directory)
  var folder: String

  @Option(help: ArgumentHelp("csv 或 xlsx（缺省为 csv）。", "csv or xlsx (default: csv)."), completion: .list(["csv", "xlsx"]))
  var format = "csv"

  @Option(
    help: ArgumentHelp("表头用 zh 或 en（缺省看系统语言）。", "zh or en headings (default: from the locale)."), completion: .list(["zh", "en"]),
    transform: Parsing.language)
  var lang: Language?

  func run() throws {
    guard ["csv", "xlsx"].contains(format) else {
      throw ValidationError(Wording("\(format) 不是台账的格式；有 xlsx 和 csv", "\(format) is not a format of registers; there are xlsx and csv"))
    }
    let opened = try Book.open(at: book.path, readOnly: true)
    let language = lang ?? OutputOptions.localeLanguage
    let command = "bgt import --book \(language == .zh ? "新账簿.bgt" : "new.bgt") \(folder.contains(" ") ? "'\(folder)'" : folder)/*"
    let outcome = try RegisterFolder(of: opened, chinese: language == .zh, workbooks: format == "xlsx").write(to: folder, command: command)
    for file in outcome.files {
      let path = "\(folder)/\(file.name)"
      Terminal.say(
        Wording(
          "\(path)：\(file.rows) \(file.isTable ? "行" : "笔")", "\(path): \(EnglishCount.of(file.rows, file.isTable ? "row" : "event"))"))
    }
    if outcome.left > 0 {
      Terminal.say(
        Wording(
          "未导出：\(outcome.left) 笔按编号引用其他事项的事项（对账单勾对等），见 bgt print",
          "not in it: \(EnglishCount.of(outcome.left, "event")) that speak of others by number, such as matches; see bgt print"))
    }
    if outcome.outdated > 0 {
      Terminal.say(
        Wording(
          "未导出：\(outcome.outdated) 笔余额断言，其日期此后又有补记",
          "not in it: \(EnglishCount.of(outcome.outdated, "stated balance")) of days of which more was recorded later"))
    }
    if let rules = outcome.ownRules {
      Terminal.say(
        Wording(
          "规则 \(rules) 不是内置规则：先用规则文件新建账簿（bgt init --rules 文件）",
          "\(rules) is no built-in rule set: open the new book with its file first (bgt init --rules FILE)"))
    }
    Terminal.say(Wording("重建账簿：\(command)", "to rebuild the book: \(command)"))
  }
}
