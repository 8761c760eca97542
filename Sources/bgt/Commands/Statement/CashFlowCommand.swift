import ArgumentParser
import FundLedger

/// `bgt statement cash-flow`: what changed the money in the treasury and at the holder.
struct CashFlowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cash-flow",
    abstract: Wording("现金流量表：国库和受托机构资金的变动，按活动列示。", "What changed the money in the treasury and at the holder, by activity. 现金流量表"),
    aliases: ["现金流量表"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var days: YearOptions

  @Flag(inversion: .prefixedNo, help: ArgumentHelp("列示上年同期、增减额和增减率。", "The year before, difference and change. 上年同期、增减"))
  var compare = true

  func run() throws {
    let (books, now) = try source.open()
    let (from, moment) = try days.period(now)
    try output.show(
      try CashFlowStatementReport(moment: moment, from: from, compares: compare).document(from: books))
  }
}
