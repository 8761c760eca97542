import ArgumentParser
import FundLedger

/// `bgt report exits`: Exits of a period and exits due.
struct ExitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exits", abstract: "Exits of a period and exits due. 退出明细")

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Option(name: .customLong("from"), help: "First day of the period.", transform: Parsing.firstDay)
  var from: Day?

  func run() throws {
    let (books, moment) = try source.open()
    try output.show(try ExitsReport(from: from ?? .always, moment: moment).document(from: books))
  }
}
