import ArgumentParser
import FundLedger

/// `bgt report year`: the yearly portfolio report.
struct YearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "year",
    abstract: "Headline, envelope, investments, holdings, cash flow, returns, leverage, exits of a year. 年度报告")

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The year.")
  var year: Int

  func run() throws {
    let (books, moment) = try source.open()
    try output.show(try YearReport(year: year, moment: moment).document(from: books))
  }
}
