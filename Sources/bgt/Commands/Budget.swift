import ArgumentParser
import FundLedger

/// `bgt budget`: all envelopes, those of a year, or one with everything that moved it.
struct Budget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "budget",
    abstract: Wording(
      "预算指标：全部、某一年度的，或某一指标的全部变动及其来源。", "Envelopes: all, those of a year, or one with everything that moved it and its sources. 预算指标"))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("预算年度，或指标如 2022/拨改投；不写则列示全部指标。", "A budget year, or an envelope as 2022/拨改投; all envelopes when absent."))
  var selection: String?

  func run() throws {
    let (books, moment) = try source.open()
    guard let selection else { return try output.show(try BudgetReport(moment: moment).document(from: books)) }
    if let year = Int(selection) {
      return try output.show(try BudgetReport(years: year...year, moment: moment).document(from: books))
    }
    try output.show(try EnvelopeReport(envelope: selection, moment: moment).document(from: books))
  }
}
