import ArgumentParser
import FundLedger

/// `bgt report holdings`: What is held, from opening to closing.
struct HoldingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holdings", abstract: "What is held, from opening to closing. 股权投资台账")

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Option(name: .customLong("from"), help: "First day of the period.", transform: Parsing.firstDay)
  var from: Day?

  func run() throws {
    let (books, moment) = try source.open()
    try output.show(try HoldingsReport(from: from ?? .always, moment: moment).document(from: books))
  }
}
