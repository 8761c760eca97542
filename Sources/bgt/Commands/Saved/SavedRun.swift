import ArgumentParser
import FundLedger

/// `bgt saved run`: shows a report that was kept.
struct SavedRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Shows a saved report; what follows its name is added to it. 运行",
    usage: "bgt saved run [--book <file>] <name> [<option> ...]")

  @OptionGroup var saved: SavedOptions

  @Argument(help: "The name.")
  var name: String
  @Argument(parsing: .captureForPassthrough, help: "Further options of the report, as --format csv.")
  var more: [String] = []

  func run() throws {
    let report = try saved.reports().report(named: name)
    var command = try ReportWords.command(report.words + more, books: saved.words)
    try command.run()
  }
}
