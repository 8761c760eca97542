import ArgumentParser
import FundLedger

/// `bgt saved run`: shows a report that was kept.
struct SavedRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: Wording("运行：显示已保存的报表；名称之后所写一并加入。", "Shows a saved report; what follows its name is added to it. 运行"),
    usage: Wording("bgt saved run [--book <文件>] <名称> [<选项> …]", "bgt saved run [--book <file>] <name> [<option> ...]"))

  @OptionGroup var saved: SavedOptions

  @Argument(help: ArgumentHelp("名称。", "The name."))
  var name: String
  @Argument(
    parsing: .captureForPassthrough, help: ArgumentHelp("报表的其他选项，如 --format csv。", "Further options of the report, as --format csv."))
  var more: [String] = []

  func run() throws {
    // Behind the name stand options of the report, and those that say whose report it is.
    let (own, rest) = SavedRun.parted(more)
    let saved = own.isEmpty ? saved : try SavedOptions.parse(saved.given + own)
    let report = try saved.reports().report(named: name)
    var command = try ReportWords.command(report.words + rest, books: saved.words)
    try command.run()
  }

  /// Words with those apart that name the books or the file of saved reports.
  static func parted(_ words: [String]) -> (own: [String], rest: [String]) {
    var (own, rest): ([String], [String]) = ([], [])
    var isValue = false
    for word in words {
      let isOwn = ["--book", "--file", "-f", "--saved"].contains { word == $0 || word.hasPrefix($0 + "=") }
      if isValue || isOwn { own.append(word) } else { rest.append(word) }
      isValue = isOwn && !word.contains("=")
    }
    return (own, rest)
  }
}
