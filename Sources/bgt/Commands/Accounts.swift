import ArgumentParser
import FundLedger

/// `bgt accounts`: the chart with the source and status of every account.
struct Accounts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accounts",
    abstract: Wording("科目表：各科目及其出处和状态。", "The chart of accounts, with the source and status of each. 科目表"))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var ledger: LedgerOptions

  @Argument(help: ArgumentHelp("只列名称含有这些文字或代码以其开头的科目。", "Only accounts whose name contains, or code begins with, one of these."))
  var accounts: [String] = []

  func run() throws {
    let (books, _) = try source.open()
    try output.show(
      try AccountsReport(book: try ledger.book(default: nil), accounts: AccountFilter(accounts)).document(from: books))
  }
}
