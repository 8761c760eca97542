import ArgumentParser
import FundLedger

/// `bgt leverage`: how much of others' money stands beside ours.
struct Leverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Leverage ratios with their definitions: M1, M1c, M2, M2c, M3, M4, L4 … 放大倍数")

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "programme, year, deal, party, fund, region, industry, stage, holder, method, vintage or none.", transform: Parsing.grouping)
  var by: Grouping = .programme
  @Option(help: "wide: everybody's money but ours; narrow: private money alone.", transform: Parsing.tier)
  var tier: CapitalTier = .wide
  @Flag(help: "Leave recovered money that was invested again out of the denominator.")
  var freshOnly = false
  @Flag(help: "Count state firms as other public money.")
  var stateFirmsPublic = false

  func run() throws {
    let (books, moment) = try source.open()
    let policy = LeveragePolicy(tier: tier, countsRecycled: !freshOnly, stateFirmsArePublic: stateFirmsPublic)
    try output.show(try LeverageReport(by: by, policy: policy, moment: moment).document(from: books))
  }
}
