import ArgumentParser
import FundLedger

/// `bgt accounts`: the chart with the source and status of every account.
struct Accounts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accounts",
    abstract: "The chart of accounts, with the source and status of each. 科目表")

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var ledger: LedgerOptions

  @Argument(help: "Only accounts whose name contains, or code begins with, one of these.")
  var accounts: [String] = []

  func run() throws {
    let (books, _) = try source.open()
    try output.show(
      try AccountsReport(book: try ledger.book(default: nil), accounts: AccountFilter(accounts)).document(from: books))
  }
}
