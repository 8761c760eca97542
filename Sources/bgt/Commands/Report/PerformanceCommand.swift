import ArgumentParser
import FundLedger

/// `bgt report performance`: the performance table of a year.
struct PerformanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "performance",
    abstract: Wording("绩效目标表：目标值、账簿的实际完成值、得分和原因。", "Performance table: targets, actual values from the books, points, reasons. 绩效目标表"),
    discussion: Wording(
      "目标值用 bgt record target 记录；指标体系是数据，可用 --indicators 改用自备文件。",
      "Targets are recorded with bgt record target; the indicators are data, --indicators takes a file of one's own."))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("年度。", "The year."))
  var year: Int
  @Option(help: ArgumentHelp("只列此专项。", "Only this programme. 项目计划"))
  var programme: String?
  @Option(help: ArgumentHelp("绩效指标表（JSON）。", "A table of indicators (JSON)."))
  var indicators: String?

  func run() throws {
    let table = try indicators.map { path throws(Diagnostic) in try PerformanceTable(reading: try FileBytes.read(path), file: path) }
    let (books, moment) = try source.open()
    let report = PerformanceReport(
      year: year, moment: moment, programme: programme, indicators: try table ?? PerformanceTable.builtIn())
    try output.show(try report.document(from: books))
  }
}
