import ArgumentParser
import FundLedger

/// `bgt journal`: all vouchers of a period, line by line.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: Wording("序时账：按日逐笔列示全部凭证，附合计。", "All vouchers by day, line by line, with totals. 序时账"),
    aliases: ["序时账"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var books: LedgerOptions
  @OptionGroup var days: PeriodOptions
  @OptionGroup var dimensions: DimensionOptions
  @OptionGroup var queries: QueryOptions

  func run() throws {
    let query = try queries.query()
    let (entries, now) = try source.open()
    let (from, moment) = try days.period(now)
    var report = JournalReport(
      book: try queries.book(books, query), filter: dimensions.filter, moment: moment, from: from ?? .always)
    report.query = query
    try output.show(try report.document(from: entries))
  }
}
