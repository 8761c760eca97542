import ArgumentParser
import FundLedger

/// `bgt ledger`: the general ledger.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "The general ledger: each account month by month, with side and balance. 总账", aliases: ["总账"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var books: LedgerOptions
  @OptionGroup var days: PeriodOptions

  @Argument(help: "Only accounts whose name contains, or code begins with, one of these.")
  var accounts: [String] = []
  @Option(help: "Add deeper accounts up to this depth; 0 shows each by itself. 科目级次")
  var depth: Int = 1

  func run() throws {
    let (entries, now) = try source.open()
    let (from, moment) = try days.period(now)
    try output.show(
      try GeneralLedgerReport(
        book: books.book(default: .fiscal), accounts: AccountFilter(accounts), depth: depth > 0 ? depth : nil,
        moment: moment, from: from
      ).document(from: entries))
  }
}
