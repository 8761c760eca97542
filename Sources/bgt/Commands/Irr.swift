import ArgumentParser
import FundLedger

/// `bgt irr`: the money-weighted return of a file of dated flows.
struct Irr: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "irr",
    abstract: "The money-weighted return of a file of dated flows, with its status. 内部收益率",
    discussion: """
      The file has columns date and amount (日期, 金额); paid out is negative. A last row of 0 states a value of zero.
      With a third column series (项目) it gives one line for each series.
      """)

  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("CSV file; - is standard input.", valueName: "file"), completion: .file())
  var file: String
  @Option(help: "Discount at this rate too, as 8%: XNPV. 折现率", transform: Parsing.rate)
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
