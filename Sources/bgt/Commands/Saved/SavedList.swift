import ArgumentParser
import FundLedger

/// `bgt saved list`: names and command lines.
struct SavedList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Wording("列出：名称及其命令行。", "Shows the names with their command lines. 列出"))

  @OptionGroup var saved: SavedOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var table = Table(
      "saved", columns: [Column("name", Phrase("名称", "Name")), Column("command", Phrase("命令", "Command"))])
    for report in try saved.reports().reports {
      table.add(.text(report.name), .text(CommandWords.line(["bgt"] + report.words)))
    }
    var document = ReportDocument("saved", title: Phrase("保存的报表", "Saved reports"))
    document.sections = [Section("saved", blocks: [.table(table)])]
    if table.rows.isEmpty { document.notes.append(.nothingToShow) }
    try output.show(document)
  }
}
