import ArgumentParser
import FundLedger

/// `bgt saved remove`: forgets a report that was kept.
struct SavedRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Forgets a saved report; the books stay as they are. 删除")

  @OptionGroup var saved: SavedOptions

  @Argument(help: "The name.")
  var name: String

  func run() throws {
    var reports = try saved.reports()
    try reports.remove(name)
    try reports.write()
  }
}
