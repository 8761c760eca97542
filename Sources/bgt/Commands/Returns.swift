import ArgumentParser
import FundLedger

/// `bgt returns`: what the investments gave back and are worth.
struct Returns: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "DPI, RVPI, TVPI, PIC, MOIC and XIRR with its status. 投资收益")

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "deal, programme, vintage, party, fund, region, industry … or none.", transform: Parsing.grouping)
  var by: Grouping = .deal
  @Option(help: "Valuations older than this many days are listed as stale.")
  var staleAfter: Int = 365

  func run() throws {
    let (books, moment) = try source.open()
    try output.show(try ReturnsReport(by: by, moment: moment, staleAfterDays: staleAfter).document(from: books))
  }
}
