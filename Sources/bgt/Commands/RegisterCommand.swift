import ArgumentParser
import FundLedger

/// `bgt register`: what moved the accounts, line by line.
struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "What moved the accounts, line by line with a running balance. 明细账",
    aliases: ["reg"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var ledger: LedgerOptions

  @Argument(help: "Only accounts whose name contains, or code begins with, one of these.")
  var accounts: [String] = []
  @Option(name: .customLong("from"), help: "First day.", transform: Parsing.day)
  var from: Day?
  @Option(name: .customLong("to"), help: "Last day; the same as --as-of.", transform: Parsing.day)
  var to: Day?
  @Flag(help: "With totals of each month and of the year so far. 本月合计、本年累计")
  var monthTotals = false

  func run() throws {
    var (books, moment) = try source.open()
    if let to { moment.asOf = min(moment.asOf, to) }
    try output.show(
      try RegisterReport(
        book: ledger.book(default: .fiscal), accounts: AccountFilter(accounts), moment: moment, from: from ?? .always,
        hasMonthTotals: monthTotals
      ).document(from: books))
  }
}
