import ArgumentParser
import FundLedger

/// `bgt report holdings`: What is held, from opening to closing.
struct HoldingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holdings", abstract: Wording("股权投资台账：所持股权，自期初至期末。", "What is held, from opening to closing. 股权投资台账"))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var days: YearOptions

  func run() throws {
    let (books, opened) = try source.open()
    let (from, moment) = try days.period(opened)
    try output.show(
      try HoldingsReport(from: from ?? .always, moment: moment).document(from: books),
      vouchersOf: books, from: from ?? .always, at: moment)
  }
}
