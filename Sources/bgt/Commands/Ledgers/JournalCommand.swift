import ArgumentParser
import FundLedger

/// `bgt journal`: all vouchers of a period, line by line.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "All vouchers by day, line by line, with totals. 序时账", aliases: ["序时账"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var books: LedgerOptions
  @OptionGroup var days: PeriodOptions
  @OptionGroup var dimensions: DimensionOptions

  func run() throws {
    let (entries, now) = try source.open()
    let (from, moment) = try days.period(now)
    try output.show(
      try JournalReport(
        book: books.book(default: .fiscal), filter: dimensions.filter, moment: moment, from: from ?? .always
      ).document(from: entries))
  }
}
