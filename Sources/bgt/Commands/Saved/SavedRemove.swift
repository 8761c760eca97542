import ArgumentParser
import FundLedger

/// `bgt saved remove`: forgets a report that was kept.
struct SavedRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: Wording("删除：删去已保存的报表；账簿不变。", "Forgets a saved report; the books stay as they are. 删除"))

  @OptionGroup var saved: SavedOptions

  @Argument(help: ArgumentHelp("名称。", "The name."))
  var name: String

  func run() throws {
    var reports = try saved.reports()
    try reports.remove(name)
    try reports.write()
  }
}
