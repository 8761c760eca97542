import ArgumentParser
import FundLedger

/// `bgt report scorecard`: points for a year by the bands of a regulation.
struct ScorecardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scorecard",
    abstract: Wording("基金评价：政府投资基金评分表，数字取自账簿，按档计分。", "Scorecard for government funds: figures from the books, points by bands. 基金评价"),
    discussion: Wording(
      "评分档是数据，取自转述、未经核实；可用 --card 改用自备文件。", "The bands are data, read at second hand and unverified; --card takes a file of one's own."))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("年度。", "The year."))
  var year: Int
  @Option(help: ArgumentHelp("只列此专项。", "Only this programme. 项目计划"))
  var programme: String?
  @Option(help: ArgumentHelp("评分表文件（JSON）。", "A scorecard file (JSON)."))
  var card: String?

  func run() throws {
    let bands = try card.map { path throws(Diagnostic) in try Scorecard(reading: try FileBytes.read(path), file: path) }
    let (books, moment) = try source.open()
    let report = ScorecardReport(year: year, moment: moment, programme: programme, card: try bands ?? Scorecard.builtIn())
    try output.show(try report.document(from: books))
  }
}
