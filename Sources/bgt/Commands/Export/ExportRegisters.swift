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
      有内容的台账各成一个文件，另有一个文件载台账所不含的事项，如科目、一般凭证、企业业绩和费用（其他事项.csv）。bgt import 文件夹/* \
      把它们记入空账簿，所得余额相同。已冲销的事项不导出；对账单和勾对也不导出，bgt print 保留。
      """,
      """
      The folder has a file for each register that has rows, and one of the events that no register holds, such as accounts,
      plain vouchers, results of companies and fees (其他事项.csv). bgt import DIR/* records them into an empty book, which
      then has the same balances. Reversed events are left out; so are statements and matches, which bgt print keeps.
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
    let (files, left) = try RegisterFolder(of: opened, chinese: language == .zh, workbooks: format == "xlsx").write(to: folder)
    for file in files {
      let path = "\(folder)/\(file.name)"
      Terminal.say(Wording("\(path)：\(file.rows) 行", "\(path): \(EnglishCount.of(file.rows, "row"))"))
    }
    if left > 0 {
      Terminal.say(
        Wording(
          "未导出：\(left) 笔按编号引用其他事项的事项（对账单勾对等），见 bgt print",
          "not in it: \(EnglishCount.of(left, "event")) that speak of others by number, such as matches; see bgt print"))
    }
  }
}
