import ArgumentParser
import FundLedger

/// `bgt balance`: what stands on the accounts.
struct Balance: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Balances of accounts; debits positive. 余额", aliases: ["bal"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var ledger: LedgerOptions

  @Argument(help: "Only accounts whose name contains, or code begins with, one of these.")
  var accounts: [String] = []
  @Option(help: "Add deeper accounts up to this depth.")
  var depth: Int?
  @Option(name: .customLong("from"), help: "Count from this day on.", transform: Parsing.day)
  var from: Day?
  @Flag(help: "Show accounts that are zero too.")
  var zero = false

  func run() throws {
    let needsDays = from != nil || source.asOf != nil || source.knownAt != nil
    let (books, moment) = try source.open(keeping: needsDays ? .everything : .balances)
    try output.show(
      try BalanceReport(
        book: ledger.book(default: .fiscal), accounts: AccountFilter(accounts), depth: depth, moment: moment,
        from: from ?? .always, showsZero: zero
      ).document(from: books))
  }
}
