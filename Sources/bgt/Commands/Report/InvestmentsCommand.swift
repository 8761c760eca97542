import ArgumentParser
import FundLedger

/// `bgt report investments`: Investments made in a period.
struct InvestmentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "investments", abstract: Wording("投资明细：某一期间的投资。", "Investments made in a period. 投资明细"))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var days: YearOptions

  func run() throws {
    let (books, opened) = try source.open()
    let (from, moment) = try days.period(opened)
    try output.show(
      try InvestmentsReport(from: from ?? .always, moment: moment).document(from: books),
      vouchersOf: books, from: from ?? .always, at: moment)
  }
}
