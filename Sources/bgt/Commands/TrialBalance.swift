import ArgumentParser
import FundLedger

/// `bgt trial-balance`: opening, turnover and closing of every account.
struct TrialBalance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trial-balance",
    abstract: Wording(
      "科目余额表：各级科目的期初余额、本期发生、本年累计和期末余额。", "Opening, turnover, turnover of the year and closing of every account at every level. 科目余额表"),
    aliases: ["科目余额表"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var days: PeriodOptions
  @OptionGroup var queries: QueryOptions

  @Option(help: ArgumentHelp("科目级次：更深的科目并入这一级。", "Add deeper accounts up to this depth. 科目级次"))
  var depth: Int?
  @Option(
    help: ArgumentHelp(
      "辅助核算：各科目按 deal 项目、party 往来单位、programme 专项、envelope 指标、holder 受托机构分列；多个以逗号分隔。",
      "Part each account by deal, party, programme, envelope, holder, or several with commas. 辅助核算"),
    transform: Parsing.dimensions)
  var dims: [DimensionKind] = []

  func run() throws {
    let query = try queries.query()
    let (books, now) = try source.open()
    let (from, moment) = try days.period(now)
    var report = TrialBalanceReport(
      book: try queries.book(ledger, query), depth: depth, dimensions: dims, moment: moment, from: from)
    report.query = query
    try output.show(try report.document(from: books))
  }
}
