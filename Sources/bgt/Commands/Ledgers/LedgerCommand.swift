import ArgumentParser
import FundLedger

/// `bgt ledger`: the general ledger.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: Wording("总账：各科目逐月的发生额、余额及其方向。", "The general ledger: each account month by month, with side and balance. 总账"),
    discussion: Wording(
      """
      bgt ledger 国库 股权投资 --period 2022       总账
      bgt ledger 股权投资 deal:力得 date:2022      只列某项目所记
      """,
      """
      bgt ledger 国库 股权投资 --period 2022       总账
      bgt ledger 股权投资 deal:力得 date:2022      only what is booked on a deal
      """), aliases: ["总账"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var books: LedgerOptions
  @OptionGroup var days: PeriodOptions
  @OptionGroup var queries: QueryOptions

  @Option(help: ArgumentHelp("科目级次：更深的科目并入这一级；0 为逐个列示。", "Add deeper accounts up to this depth; 0 shows each by itself. 科目级次"))
  var depth: Int = 1

  func run() throws {
    let query = try queries.query()
    let (entries, now) = try source.open()
    let (from, moment) = try days.period(now)
    var report = GeneralLedgerReport(
      book: try queries.book(books, query), depth: depth > 0 ? depth : nil, moment: moment, from: from)
    report.query = query
    try output.show(try report.document(from: entries))
  }
}
