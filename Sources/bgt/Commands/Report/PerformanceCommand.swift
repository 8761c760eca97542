import ArgumentParser
import FundLedger

/// `bgt report performance`: the performance table of a year.
struct PerformanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "performance", abstract: "Performance table: targets, actual values from the books, points, reasons. 绩效目标表",
    discussion: "Targets are recorded with bgt record target; the indicators are data, --indicators takes a file of one's own.")

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The year.")
  var year: Int
  @Option(help: "Only this programme. 项目计划")
  var programme: String?
  @Option(help: "A table of indicators (JSON).")
  var indicators: String?

  func run() throws {
    let table = try indicators.map { path throws(Diagnostic) in try PerformanceTable(reading: try FileBytes.read(path), file: path) }
    let (books, moment) = try source.open()
    let report = PerformanceReport(
      year: year, moment: moment, programme: programme, indicators: try table ?? PerformanceTable.builtIn())
    try output.show(try report.document(from: books))
  }
}
