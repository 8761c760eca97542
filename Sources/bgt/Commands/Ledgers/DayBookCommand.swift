import ArgumentParser
import FundLedger

/// `bgt daybook`: the cash day book.
struct DayBookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daybook",
    abstract: Wording("现金、银行日记账：货币资金科目逐日的收付，附合计。", "Receipts and payments of money accounts day by day, with totals. 现金、银行日记账"),
    discussion: Wording(
      """
      不指定科目时列示全部货币资金科目：bgt daybook 'amount:>100万' date:2022。
      """,
      """
      Unless accounts are named, those that hold money: bgt daybook 'amount:>100万' date:2022. 不指定科目时列示全部货币资金科目。
      """), aliases: ["日记账"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var days: PeriodOptions
  @OptionGroup var queries: QueryOptions

  func run() throws {
    let query = try queries.query()
    let (books, now) = try source.open()
    let (from, moment) = try days.period(now)
    var report = DayBookReport(moment: moment, from: from)
    report.query = query
    try output.show(try report.document(from: books))
  }
}
