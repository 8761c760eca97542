import ArgumentParser
import FundLedger

/// What a report of postings is asked for: the words of a query.
struct QueryOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "只列符合条件的：科目名称或代码，deal:…、party:…、date:…、amount:>…、text:…，可用 and、or、not；见 Docs/queries.md。",
      "Only what fits: names or codes of accounts, deal:…, party:…, date:…, amount:>…, text:… with and, or, not; Docs/queries.md.",
      valueName: "query"))
  var words: [String] = []

  /// The query, seen from today.
  func query() throws(Diagnostic) -> Query { try Query(words, today: SystemClock.today) }

  /// The book that is meant: the option, else any when the query names one, else the default.
  func book(_ ledger: LedgerOptions, _ query: Query) throws -> AccountBook? { try QueryOptions.book(ledger, query) }

  /// The same for words that a command reads itself.
  static func book(_ ledger: LedgerOptions, _ query: Query) throws -> AccountBook? {
    ledger.ledger == nil && query.namesBook ? nil : try ledger.book(default: .fiscal)
  }
}
