import ArgumentParser
import FundLedger

/// `bgt compare-grant [DEAL]`: the same money as a grant and as equity.
struct CompareGrantCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare-grant",
    abstract: Wording(
      "拨款与股权比较：同一笔资金按拨款和按股权，分年度比较支出、费用、净资产和成本。",
      "The same money as a grant and as equity, by year: outlay, expense, net assets, cost. 拨款与股权比较"))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("投资项目；项目和专项都不写则为全部。", "The deal; everything when neither deal nor programme is given. 投资项目"))
  var deal: String?
  @Option(help: ArgumentHelp("只列此专项的项目。", "Only the deals of this programme. 专项"))
  var programme: String?

  func validate() throws {
    if deal != nil && programme != nil { throw ValidationError(Wording("写项目或项目计划，只写一样", "give a deal or a programme, not both")) }
  }

  func run() throws {
    let (books, moment) = try source.open()
    let scope: CompareGrantReport.Scope = deal.map { .deal($0) } ?? programme.map { .programme($0) } ?? .all
    try output.show(try CompareGrantReport(scope, moment: moment).document(from: books))
  }
}
