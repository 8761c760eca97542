import ArgumentParser
import FundLedger

/// `bgt register`: what moved the accounts, line by line.
struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "What moved the accounts, line by line with a running balance. 明细账",
    aliases: ["reg", "明细账"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var days: PeriodOptions
  @OptionGroup var dimensions: DimensionOptions

  @Argument(help: "Only accounts whose name contains, or code begins with, one of these.")
  var accounts: [String] = []
  @Flag(help: "With totals of each month and of the year so far. 本月合计、本年累计")
  var monthTotals = false

  func run() throws {
    let (books, now) = try source.open()
    let (from, moment) = days.period(now)
    try output.show(
      try RegisterReport(
        book: ledger.book(default: .fiscal), accounts: AccountFilter(accounts), filter: dimensions.filter, moment: moment,
        from: from ?? .always, hasMonthTotals: monthTotals
      ).document(from: books))
  }
}
