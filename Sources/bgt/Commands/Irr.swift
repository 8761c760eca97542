import ArgumentParser
import FundLedger

/// `bgt irr`: the money-weighted return of a file of dated flows.
struct Irr: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The money-weighted return of a file of dated flows, with its status. 内部收益率",
    discussion: "The file has columns date and amount (日期, 金额); paid out is negative. A last row of 0 states a value of zero.")

  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("CSV file; - is standard input.", valueName: "file"))
  var file: String

  func run() throws {
    let flows = try FlowFile(reading: file).flows
    let days = flows.map(\.day)
    let span = days.min().flatMap { first in days.max().map { first...$0 } }
    try output.show(InternalRateReport(.xirr(of: flows), flowCount: flows.count, span: span).document())
  }
}
