import ArgumentParser
import FundLedger

/// `bgt stats`: how much the books hold.
struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: Wording("概况：账簿的内容——各类事项、起止日、项目、链头。", "How much the books hold: events by kind, days, deals, chain head. 概况"))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let (books, moment) = try source.open()
    try output.show(try StatsReport(moment: moment).document(from: books))
  }
}
