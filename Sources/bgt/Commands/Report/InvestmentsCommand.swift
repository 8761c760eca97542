import ArgumentParser
import FundLedger

/// `bgt report investments`: Investments made in a period.
struct InvestmentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "investments", abstract: "Investments made in a period. 投资明细")

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Option(name: .customLong("from"), help: "First day of the period.", transform: Parsing.firstDay)
  var from: Day?

  func run() throws {
    let (books, moment) = try source.open()
    try output.show(try InvestmentsReport(from: from ?? .always, moment: moment).document(from: books))
  }
}
