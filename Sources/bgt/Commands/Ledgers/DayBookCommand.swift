import ArgumentParser
import FundLedger

/// `bgt daybook`: the cash day book.
struct DayBookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daybook",
    abstract: "Receipts and payments of money accounts day by day, with totals. 现金、银行日记账",
    discussion: "Without an account: all that hold money. 不指定科目时列示全部货币资金科目。", aliases: ["日记账"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var days: PeriodOptions

  @Argument(help: "Only accounts whose name contains, or code begins with, one of these.")
  var accounts: [String] = []

  func run() throws {
    let (books, now) = try source.open()
    let (from, moment) = try days.period(now)
    try output.show(
      try DayBookReport(accounts: AccountFilter(accounts), moment: moment, from: from).document(from: books))
  }
}
