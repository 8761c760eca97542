import ArgumentParser
import FundLedger

/// `bgt statement income`: income and expense, and what the result does to net assets.
struct IncomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "income",
    abstract: Wording("收入费用表：本期、本年累计和上年同期的收入与费用。", "Income and expense of a period, of the year so far and of the year before. 收入费用表"),
    aliases: ["收入费用表"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var days: YearOptions

  @Option(help: ArgumentHelp("列示的科目级次。", "Levels of accounts that are shown. 科目级次"))
  var depth: Int = 2
  @Flag(inversion: .prefixedNo, help: ArgumentHelp("列示上年同期、增减额和增减率。", "The year before, difference and change. 上年同期、增减"))
  var compare = true

  func run() throws {
    let (books, now) = try source.open()
    let (from, moment) = try days.period(now)
    let book = try ledger.book(default: .fiscal) ?? .fiscal
    try output.show(
      try IncomeStatementReport(book: book, depth: depth, moment: moment, from: from, compares: compare)
        .document(from: books))
  }
}
