import ArgumentParser
import FundLedger

/// `bgt reconcile proposals`: what is proposed to be matched.
struct ReconcileProposals: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proposals", abstract: Wording("勾对建议：某一科目的勾对建议，附分数和理由。", "Proposed matches of an account with score and reasons. 勾对建议"),
    aliases: ["建议"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var matching: MatchOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let (books, moment) = try source.open()
    let report = ProposalsReport(
      account: matching.account, moment: moment, rules: try matching.rules,
      listedMax: try listing.listedMax(output))
    try output.show(try report.document(from: books))
  }
}
