import ArgumentParser
import FundLedger

/// `bgt trial-balance`: opening, turnover and closing of every account.
struct TrialBalance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trial-balance",
    abstract: "Opening, turnover, turnover of the year and closing of every account at every level. 科目余额表",
    aliases: ["科目余额表"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var days: PeriodOptions
  @OptionGroup var queries: QueryOptions

  @Option(help: "Add deeper accounts up to this depth. 科目级次")
  var depth: Int?
  @Option(
    help: "Part each account by deal, party, programme, envelope, holder, or several with commas. 辅助核算",
    transform: Parsing.dimensions)
  var dims: [DimensionKind] = []

  func run() throws {
    let query = try queries.query()
    let (books, now) = try source.open()
    let (from, moment) = try days.period(now)
    var report = TrialBalanceReport(
      book: try queries.book(ledger, query), depth: depth, dimensions: dims, moment: moment, from: from)
    report.query = query
    try output.show(try report.document(from: books))
  }
}
