import ArgumentParser
import FundLedger

/// `bgt returns`: what the investments gave back and are worth.
struct Returns: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "returns",
    abstract: Wording(
      "投资收益：DPI、TVPI、MOIC、XIRR、TWR、Dietz、XNPV、J 曲线、按投资年份、PME；扣除费用前后。",
      "DPI, TVPI, MOIC, XIRR, TWR, Dietz, XNPV, J-curve, vintages, PME; before and after fees. 投资收益"),
    discussion: Wording(
      """
      指数文件有日期、点位两列（date、level）；取当日或之前最近的点位。
      各项指标的笔算过程见 Docs/returns.md。
      """,
      """
      An index is a file with columns date and level (日期, 点位); the last level on or before a day counts.
      Docs/returns.md derives each figure by hand from one small journal.
      """))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var ratios: DecimalOptions

  @Option(
    help: ArgumentHelp(
      "分组（缺省为 deal）：\(Parsing.groupings)，或 none 不分组。", "deal, programme, vintage, party, fund, region, industry, holder … or none."),
    completion: .list(Grouping.allCases.map(\.rawValue)), transform: Parsing.grouping)
  var by: Grouping = .deal
  @Option(help: ArgumentHelp("早于此天数的估值列为过期。", "Valuations older than this many days are listed as stale."))
  var staleAfter: Int = 365
  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("修正的 Dietz 收益率的起始日；缺省为首笔现金流之日。", "First day of the modified Dietz return; the first flow when absent."),
    transform: Parsing.firstDay)
  var from: Day?
  @Option(name: .customLong("to"), help: ArgumentHelp("截止日，同 --as-of。", "Last day; the same as --as-of."), transform: Parsing.lastDay)
  var to: Day?
  @Option(help: ArgumentHelp("按此折现率计算净现值 XNPV，如 8%。", "Discount at this rate, as 8%: XNPV. 折现率"), transform: Parsing.rate)
  var rate: Rate?
  @Option(
    help: ArgumentHelp(
      "与指数比较：KS-PME、LN-PME、PME+、direct alpha。", "Compare with an index: KS-PME, LN-PME, PME+, direct alpha. 指数", valueName: "file"),
    completion: .file())
  var index: String?
  @Option(help: ArgumentHelp("时间加权收益率中，估值与现金流最多相隔的天数。", "Days that a valuation may be off a flow for the time-weighted return."))
  var tolerance: Int = ReturnsQuestion.toleranceDaysDefault
  @Option(help: ArgumentHelp("J 曲线的步长：year 按年，day 按日。", "J-curve by year or day."), transform: Parsing.curveByDay)
  var curve: Bool = false
  @Option(
    help: ArgumentHelp(
      "说明某一项目或 --by 某一组的每笔现金流及其事项。",
      "Every dated flow behind the figures of a deal, or of a group of --by, with its event. 说明某一项目或分组的每笔现金流", valueName: "name"))
  var explain: String?

  func validate() throws {
    if staleAfter < 0 || tolerance < 0 { throw ValidationError(Wording("天数不能小于零", "a number of days is not below zero")) }
    if explain != nil && (index != nil || rate != nil || from != nil || curve) {
      throw ValidationError(
        Wording(
          "--explain 列出 XIRR 和倍数的现金流；请不写 --index、--rate、--from 和 --curve",
          "--explain lists the flows of XIRR and multiples; leave --index, --rate, --from and --curve out"))
    }
  }

  func run() throws {
    let market = try index.map { try IndexFile(reading: $0) }
    var (books, moment) = try source.open(foldsAllFacts: true)
    moment.asOf = min(moment.asOf, to ?? .never)
    if let from, from > moment.asOf {
      throw Diagnostic(
        .badUsage, Wording("期间起始日 \(from) 晚于最后一日 \(moment.asOf)", "the period begins on \(from), after its last day \(moment.asOf)"),
        hint: Wording("写较早的 --from，或较晚的 --to 或 --as-of", "give an earlier --from, or a later --to or --as-of"))
    }
    if let explain {
      return try output.show(
        ratios.applied(to: try ReturnsExplainReport(explain, by: by, moment: moment).document(from: books)))
    }
    let question = ReturnsQuestion(
      from: from, rate: rate, toleranceDays: tolerance, curveByDay: curve,
      market: market.map { ReturnsQuestion.MarketIndex($0.name, $0.series, columns: $0.columns) })
    let report = ReturnsReport(by: by, moment: moment, staleAfterDays: staleAfter, question: question)
    try output.show(ratios.applied(to: try report.document(from: books)), vouchersOf: books, at: moment)
  }
}
