import ArgumentParser
import FundLedger

/// `bgt saved add`: keeps a command line under a name.
struct SavedAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: Wording(
      "保存：把报表存于一个名称之下：bgt saved add 名称 -- balance --monthly。", "Keeps a report under a name: bgt saved add NAME -- balance --monthly. 保存"),
    usage: Wording("bgt saved add [--replace] <名称> -- <命令> …", "bgt saved add [--replace] <name> -- <command> ..."))

  @OptionGroup var saved: SavedOptions
  @Flag(help: ArgumentHelp("替换同名的报表。", "Put it in the place of one of the same name."))
  var replace = false

  @Argument(help: ArgumentHelp("名称，不含空格。", "A name without blanks."))
  var name: String
  @Argument(parsing: .postTerminator, help: ArgumentHelp("写在 -- 之后：报表及其选项。", "After --: the report and its options."))
  var command: [String] = []

  func run() throws {
    if command.isEmpty {
      throw ValidationError(
        Wording(
          "报表写在 -- 后面，如：bgt saved add \(name) -- balance --monthly",
          "write the report after --, as in: bgt saved add \(name) -- balance --monthly"))
    }
    _ = try ReportWords.command(command, books: saved.words)
    var reports = try saved.reports()
    try reports.add(SavedReports.Report(name: name, words: command), replacing: replace)
    try reports.write()
  }
}
