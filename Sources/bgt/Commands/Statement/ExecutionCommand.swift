import ArgumentParser
import FundLedger

/// `bgt statement execution`: how the budget of a year was executed.
struct ExecutionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "execution", abstract: Wording("预算执行情况表：预算数、调整预算数、执行数及百分比。", "Budget, adjusted budget and actual in percent. 预算执行情况表"),
    aliases: ["预算执行情况表"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("年度。", "The year."))
  var year: Int

  func run() throws {
    let (books, moment) = try source.open()
    try output.show(try ExecutionStatement(year: year, moment: moment).document(from: books))
  }
}
