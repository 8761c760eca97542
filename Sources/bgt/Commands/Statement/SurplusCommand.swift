import ArgumentParser
import FundLedger

/// `bgt statement surplus`: from budget surplus to accrual surplus, line by line.
struct SurplusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "surplus", abstract: Wording("调节表：自预算结余至权责发生制盈余。", "From budget surplus to accrual surplus. 调节表"), aliases: ["调节表"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("年度。", "The year."))
  var year: Int

  func run() throws {
    let (books, moment) = try source.open()
    try output.show(try SurplusStatement(year: year, moment: moment).document(from: books))
  }
}
