import ArgumentParser
import FundLedger

/// `bgt cashflow`: money out and back by period.
struct Cashflow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cashflow",
    abstract: Wording(
      "现金流：按年或按月列示出资、分红、收回本金、收益、上缴和再投资。", "Money out and back by year or month: paid, dividends, principal, gain, remitted, reinvested. 现金流"
    ))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp("year 按年，month 按月。", "year or month."), completion: .list(CashflowPeriod.allCases.map(\.rawValue)),
    transform: Parsing.cashflowPeriod)
  var by: CashflowPeriod = .year
  @Option(name: .customLong("from"), help: ArgumentHelp("起始日。", "First day."), transform: Parsing.firstDay)
  var from: Day?

  func run() throws {
    let (books, moment) = try source.open()
    try output.show(try CashflowReport(by: by, from: from ?? .always, moment: moment).document(from: books))
  }
}
