import ArgumentParser
import FundLedger

/// `bgt export registers`: all registers of a book in one folder, with what no register holds, to be imported into another book.
struct ExportRegisters: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registers",
    abstract: "All registers of the book in one folder, and a table of the other events. 导出全部台账",
    discussion: """
      The folder has a file for each register that has rows, one of the events that no register holds, such as accounts,
      plain vouchers, results of companies and fees (其他事项.csv), and a journal with title and rules of the book, changes of
      its chart and the closings that stand (账簿.journal). bgt import --book NEW DIR/* makes a new book of them, which then
      has the same balances. Reversed events and reopened closings are left out; so are statements and matches, which bgt
      print keeps.
      """)

  @OptionGroup var book: BookOptions

  @Argument(help: ArgumentHelp("The folder, which is made.", valueName: "dir"), completion: .directory)
  var folder: String

  @Option(help: "csv or xlsx (default: csv).", completion: .list(["csv", "xlsx"]))
  var format = "csv"

  @Option(help: "zh or en headings (default: from the locale).", completion: .list(["zh", "en"]), transform: Parsing.language)
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
      Terminal.write("\(folder)/\(file.name): \(EnglishCount.of(file.rows, file.isTable ? "row" : "event"))\n")
    }
    if outcome.left > 0 {
      Terminal.write(
        Phrase(
          "未导出：\(outcome.left) 笔按编号引用其他事项的事项（对账单勾对等），见 bgt print\n",
          "not in it: \(EnglishCount.of(outcome.left, "event")) that speak of others by number, such as matches; see bgt print\n")[language]
      )
    }
    if outcome.outdated > 0 {
      Terminal.write(
        Phrase(
          "未导出：\(outcome.outdated) 笔余额断言，其日期此后又有补记\n",
          "not in it: \(EnglishCount.of(outcome.outdated, "stated balance")) of days of which more was recorded later\n")[language])
    }
    if let rules = outcome.ownRules {
      Terminal.write(
        Phrase(
          "规则 \(rules) 不是内置规则：先用规则文件新建账簿（bgt init --rules 文件）\n",
          "\(rules) is no built-in rule set: open the new book with its file first (bgt init --rules FILE)\n")[language])
    }
    Terminal.write(Phrase("重建账簿：\(command)\n", "to rebuild the book: \(command)\n")[language])
  }
}
