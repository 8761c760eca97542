import ArgumentParser
import FundLedger

/// `bgt statement equity`: the equity note of the consolidated report.
struct EquityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "equity", abstract: Wording("股权投资附注：按类别和被投单位，自期初至期末。", "Equity by class and investee, opening to closing. 股权投资附注"),
    aliases: ["股权投资附注"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("年度。", "The year."))
  var year: Int

  func run() throws {
    let (books, moment) = try source.open()
    try output.show(try EquityNote(year: year, moment: moment).document(from: books))
  }
}
