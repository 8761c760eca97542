import ArgumentParser
import FundLedger

/// `bgt statement ipsas24`: the comparison and reconciliation of IPSAS 24.
struct Ipsas24Command: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ipsas24",
    abstract: Wording("预算比较表：预算数与实际数比较，并与现金流量调节。", "Budget and actual compared, reconciled to the cash flow. 预算比较表"),
    aliases: ["预算比较表"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("年度。", "The year."))
  var year: Int

  func run() throws {
    let (books, moment) = try source.open()
    try output.show(try ComparisonStatement(year: year, moment: moment).document(from: books))
  }
}
