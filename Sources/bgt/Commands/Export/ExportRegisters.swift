import ArgumentParser
import FundLedger

/// `bgt export registers`: all registers of a book in one folder, with what no register holds, to be imported into another book.
struct ExportRegisters: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registers",
    abstract: "All registers of the book in one folder, and a table of the other events. 导出全部台账",
    discussion: """
      The folder has a file for each register that has rows, and one of the events that no register holds, such as accounts,
      plain vouchers, results of companies and fees (其他事项.csv). bgt import DIR/* records them into an empty book, which
      then has the same balances. Reversed events are left out; so are statements and matches, which bgt print keeps.
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
