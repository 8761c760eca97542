import ArgumentParser
import FundLedger

/// `bgt report exits`: Exits of a period and exits due.
struct ExitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exits", abstract: Wording("退出明细：某一期间的退出，以及到期应退出的。", "Exits of a period and exits due. 退出明细"))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var days: YearOptions

  func run() throws {
    let (books, opened) = try source.open()
    let (from, moment) = try days.period(opened)
    try output.show(
      try ExitsReport(from: from ?? .always, moment: moment).document(from: books),
      vouchersOf: books, from: from ?? .always, at: moment)
  }
}
