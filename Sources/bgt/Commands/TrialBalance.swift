import ArgumentParser
import FundLedger

/// `bgt trial-balance`: opening, turnover and closing of every account.
struct TrialBalance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trial-balance", abstract: "Opening, turnover and closing of every account. 科目余额表")

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var ledger: LedgerOptions

  @Argument(help: "Only accounts whose name contains, or code begins with, one of these.")
  var accounts: [String] = []
  @Option(name: .customLong("from"), help: "First day of the period.", transform: Parsing.day)
  var from: Day?
  @Option(help: "Add deeper accounts up to this depth.")
  var depth: Int?

  func run() throws {
    let (books, moment) = try source.open()
    try output.show(
      try TrialBalanceReport(
        book: ledger.book(default: .fiscal), accounts: AccountFilter(accounts), depth: depth, moment: moment,
        from: from ?? .always
      ).document(from: books))
  }
}
