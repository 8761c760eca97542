import ArgumentParser
import FundLedger

/// `bgt forecast`: which holdings fall due when, and what they should bring.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast", abstract: Wording("退出预测：按年度和项目列示到期退出及预计收回。", "Exits due by year and deal, with the money expected. 退出预测"))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let (books, moment) = try source.open()
    try output.show(try ForecastReport(moment: moment).document(from: books))
  }
}
