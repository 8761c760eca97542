import ArgumentParser
import FundLedger

/// `bgt leverage`: how much of others' money stands beside ours.
struct Leverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leverage",
    abstract: "Leverage ratios with their definitions: M1, M1c, M2, M2c, M3, M4, L4 … 放大倍数")

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var ratios: DecimalOptions

  @Option(
    help: "programme (when absent), envelope, year, deal, party, fund, region, industry, stage, holder, method, vintage or none.",
    completion: .list(Grouping.allCases.map(\.rawValue)), transform: Parsing.grouping)
  var by: Grouping?
  @Option(
    help: "wide 宽: everybody's money but ours; narrow 窄: private money alone.", completion: .list(["wide", "narrow"]),
    transform: Parsing.tier)
  var tier: CapitalTier = .wide
  @Flag(help: "Leave recovered money that was invested again out of the denominator.")
  var freshOnly = false
  @Flag(help: "Count state firms as other public money.")
  var stateFirmsPublic = false
  @Option(help: "Months after our first payment within which later rounds count as subsequent financing (L6).")
  var laterMonths: Int = 24
  @Option(
    help: ArgumentHelp("Every contribution in a multiplier, and every one left out and why. 说明某一倍数（M5 为各阶段）的每笔来源", valueName: "code"),
    transform: Parsing.explanation)
  var explain: LeverageExplanationChoice?
  @Option(help: ArgumentHelp("With --explain: the group of --by that is explained. 只说明一组", valueName: "name"))
  var group: String?
  @Flag(help: "Our money seen through all funds down to the companies. 穿透表")
  var lookThrough = false

  func validate() throws {
    if laterMonths < 0 || laterMonths > 1200 {
      throw ValidationError(Wording("--later-months 在 0 到 1200 之间", "--later-months lies between 0 and 1200"))
    }
    if explain != nil && lookThrough {
      throw ValidationError(Wording("--explain 和 --look-through 是两个报告；只用一个", "--explain and --look-through are two reports; ask for one"))
    }
    if by != nil && lookThrough {
      throw ValidationError(
        Wording(
          "--by 分列倍数；--look-through 针对整体：请不写 --by", "--by breaks down the multipliers; --look-through is about the whole: leave --by out"))
    }
    if group != nil && explain == nil {
      throw ValidationError(
        Wording("--group 指明 --explain 的对象：加 --explain 指标代码", "--group names what --explain is asked of: add --explain CODE"))
    }
    if explain != nil && group == nil && by != nil && by != Grouping.none {
      throw ValidationError(
        Wording("--explain 针对整体或一组：用 --group 指明", "--explain is about the whole, or about one group: name it with --group"))
    }
  }

  func run() throws {
    let (books, moment) = try source.open(foldsAllFacts: true)
    let policy = LeveragePolicy(
      tier: tier, countsRecycled: !freshOnly, stateFirmsArePublic: stateFirmsPublic, laterMonths: laterMonths)
    if let explain {
      let document =
        switch explain {
        case .metric(let metric):
          try LeverageExplainReport(metric, of: group, by: by ?? .programme, policy: policy, moment: moment).document(from: books)
        case .stages: try StagesExplainReport(of: group, by: by ?? .programme, policy: policy, moment: moment).document(from: books)
        }
      return try output.show(ratios.applied(to: document), vouchersOf: books, at: moment)
    }
    if lookThrough {
      return try output.show(
        ratios.applied(to: try LookThroughReport(policy: policy, moment: moment).document(from: books)))
    }
    var report = LeverageReport(by: by ?? .programme, policy: policy, moment: moment)
    report.drawsYears = try output.showsCharts
    try output.show(ratios.applied(to: try report.document(from: books)), vouchersOf: books, at: moment)
  }
}
