import ArgumentParser
import FundLedger

/// `bgt returns`: what the investments gave back and are worth.
struct Returns: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "returns",
    abstract: "DPI, TVPI, MOIC, XIRR, TWR, Dietz, XNPV, J-curve, vintages, PME; before and after fees. 投资收益",
    discussion: """
      An index is a file with columns date and level (日期, 点位); the last level on or before a day counts.
      Docs/returns.md derives each figure by hand from one small journal.
      """)

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var ratios: DecimalOptions

  @Option(
    help: "deal, programme, vintage, party, fund, region, industry, holder … or none.",
    completion: .list(Grouping.allCases.map(\.rawValue)), transform: Parsing.grouping)
  var by: Grouping = .deal
  @Option(help: "Valuations older than this many days are listed as stale.")
  var staleAfter: Int = 365
  @Option(
    name: .customLong("from"), help: "First day of the modified Dietz return; the first flow when absent.", transform: Parsing.firstDay)
  var from: Day?
  @Option(name: .customLong("to"), help: "Last day; the same as --as-of.", transform: Parsing.lastDay)
  var to: Day?
  @Option(help: "Discount at this rate, as 8%: XNPV. 折现率", transform: Parsing.rate)
  var rate: Rate?
  @Option(help: ArgumentHelp("Compare with an index: KS-PME, LN-PME, PME+, direct alpha. 指数", valueName: "file"), completion: .file())
  var index: String?
  @Option(help: "Days that a valuation may be off a flow for the time-weighted return.")
  var tolerance: Int = ReturnsQuestion.toleranceDaysDefault
  @Option(help: "J-curve by year or day.", transform: Parsing.curveByDay)
  var curve: Bool = false
  @Option(
    help: ArgumentHelp(
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
