import ArgumentParser
import FundLedger

/// `bgt report budget`: every envelope with what moved it.
struct BudgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "budget", abstract: Wording("资金使用与预算：各指标的变动和余额。", "Envelopes with what moved them and what is left. 资金使用与预算"))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("只列此预算年度。", "Only this budget year."))
  var year: Int?

  func run() throws {
    let (books, moment) = try source.open()
    try output.show(try BudgetReport(years: year.map { $0...$0 }, moment: moment).document(from: books))
  }
}
