import ArgumentParser
import FundLedger

/// Which of the four sets of accounts a command shows.
struct LedgerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "账簿：fiscal 财务会计、budget 预算会计、quota 预算指标、leverage 备查，或 all 全部。", "fiscal 财务会计, budget 预算会计, quota 预算指标, leverage 备查, or all."),
    completion: .list(AccountBook.allCases.map(\.name) + ["all"]))
  var ledger: String?

  /// The set of accounts; nil for all of them.
  func book(default book: AccountBook?) throws -> AccountBook? {
    guard let ledger else { return book }
    return try Parsing.book(ledger)
  }
}
