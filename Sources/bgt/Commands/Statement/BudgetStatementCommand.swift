import ArgumentParser
import FundLedger

/// `bgt statement budget`: budget income and outlay of a year.
struct BudgetStatementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "budget", abstract: Wording("预算收入支出表：按预算和科目列示预算收入与支出。", "Budget income and outlay by budget and account. 预算收入支出表"),
    aliases: ["预算收入支出表"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("年度。", "The year."))
  var year: Int

  func run() throws {
    let (books, moment) = try source.open()
    try output.show(try BudgetStatement(year: year, moment: moment).document(from: books))
  }
}
