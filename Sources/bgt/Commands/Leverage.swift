import ArgumentParser
import FundLedger

/// `bgt leverage`: how much of others' money stands beside ours.
struct Leverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leverage",
    abstract: Wording("放大倍数：M1、M1c、M2、M2c、M3、M4、L4 等，附定义。", "Leverage ratios with their definitions: M1, M1c, M2, M2c, M3, M4, L4 … 放大倍数"))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var ratios: DecimalOptions

  @Option(
    help: ArgumentHelp(
      "分组（缺省为 programme）：\(Parsing.groupings)，或 none 不分组。",
      "programme (when absent), envelope, year, deal, party, fund, region, industry, stage, holder, method, vintage or none."),
    completion: .list(Grouping.allCases.map(\.rawValue)), transform: Parsing.grouping)
  var by: Grouping?
  @Option(
    help: ArgumentHelp("wide 宽口径：他方全部资金；narrow 窄口径：民间资本。", "wide 宽: everybody's money but ours; narrow 窄: private money alone."),
    completion: .list(["wide", "narrow"]),
    transform: Parsing.tier)
  var tier: CapitalTier = .wide
  @Flag(
    help: ArgumentHelp(
      "不计收回后再投资的资金：分母中的财政出资不含，M2、M2c、M2t、L7、L8、L9 分子中的财政出资也不含；L12 各项不变。",
      "Leave recovered money that was invested again out of the denominator, and out of what is ours in the numerators of M2, M2c, M2t, "
        + "L7, L8 and L9; L12 stays as it is."))
  var freshOnly = false
  @Flag(help: ArgumentHelp("国有企业的资金计为其他财政资金。", "Count state firms as other public money."))
  var stateFirmsPublic = false
  @Option(
    help: ArgumentHelp(
      "我方首次出资后若干个月内的后续轮次计为后续融资（L6）。", "Months after our first payment within which later rounds count as subsequent financing (L6)."))
  var laterMonths: Int = 24
  @Option(
    help: ArgumentHelp(
      "说明某一倍数（M5 为各阶段）的每笔来源，以及未计入的各笔和原因。", "Every contribution in a multiplier, and every one left out and why. 说明某一倍数（M5 为各阶段）的每笔来源",
      valueName: "code"),
    transform: Parsing.explanation)
  var explain: LeverageExplanationChoice?
  @Option(
    help: ArgumentHelp("与 --explain 同用：只说明 --by 的这一组。", "With --explain: the group of --by that is explained. 只说明一组", valueName: "name"))
  var group: String?
  @Flag(help: ArgumentHelp("穿透表：我方资金穿透各层基金直至企业。", "Our money seen through all funds down to the companies. 穿透表"))
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
