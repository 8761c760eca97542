import ArgumentParser
import FundLedger

/// `bgt irr`: the money-weighted return of a file of dated flows.
struct Irr: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "irr",
    abstract: Wording("内部收益率：按文件中带日期的现金流计算，并说明状态。", "The money-weighted return of a file of dated flows, with its status. 内部收益率"),
    discussion: Wording(
      """
      文件有日期、金额两列（date、amount），支出为负。最后一行金额为 0 表示剩余价值为零。有第三列项目（series）时，每个项目各得一行。
      """,
      """
      The file has columns date and amount (日期, 金额); paid out is negative. A last row of 0 states a value of zero.
      With a third column series (项目) it gives one line for each series.
      """))

  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("CSV 文件；- 为标准输入。", "CSV file; - is standard input.", valueName: "file"), completion: .file())
  var file: String
  @Option(help: ArgumentHelp("另按此折现率计算净现值 XNPV，如 8%。", "Discount at this rate too, as 8%: XNPV. 折现率"), transform: Parsing.rate)
  var rate: Rate?

  func run() throws {
    let file = try FlowFile(reading: file)
    if file.series.count > 1 || !file.series[0].name.isEmpty {
      return try output.show(
        InternalRatesReport(file.series.map { InternalRatesReport.Series($0.name, $0.flows) }, discount: rate).document())
    }
    let flows = file.flows
    let days = flows.map(\.day)
    let span = days.min().flatMap { first in days.max().map { first...$0 } }
    var report = InternalRateReport(.xirr(of: flows), flowCount: flows.count, span: span)
    if let rate { report.discount(flows, at: rate) }
    try output.show(report.document())
  }
}
