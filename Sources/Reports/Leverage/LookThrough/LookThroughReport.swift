import LedgerCore
import Portfolio
import ReportDocument

/// `bgt leverage --look-through`: our money seen through all funds down to the last company (METRICS L5).
public struct LookThroughReport: Sendable {
  /// Whose money counts, and whether recycled money of ours does.
  public var policy: LeveragePolicy
  /// Cut-off and known-at.
  public var moment: Moment

  /// The report with its options.
  public init(policy: LeveragePolicy = LeveragePolicy(), moment: Moment = .latest) {
    self.policy = policy
    self.moment = moment
  }

  /// Traces the money and writes it down.
  ///
  /// - Throws: what the source throws; `ownershipCycle`, `sharesOverWhole` or `designatedBeyond` when there is nothing to
  ///   be traced; `sumOverflow` when a sum leaves 64 bits.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let (facts, cutOff) = try source.factsAndCutOff(at: moment, of: LookThroughTables.measures)
    let metrics: [LeverageMetric] = [.m1Through, .m2Through, .l5]
    var document = try ReportFrame(source: source, moment: moment).document(
      "lookThrough", title: Phrase("穿透表", "Look-through"),
      definitions: metrics.map { $0.definition(policy, asOf: cutOff) })
    let tables = try LookThroughTables(facts, source.register, policy)
    let blocks = try tables.blocks()
    var view = try LeverageView(facts, register: source.register, by: .none)
    try view.seeThrough(source.register, policy)
    let figures = try LeverageReport.figures(of: view.total, policy).filter { metrics.contains($0.metric) }
    let consolidated = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try tables.consolidated() }
    document.sections = [
      Section("lookThrough", blocks: blocks), Section("consolidated", blocks: [.table(consolidated)]),
      Section(
        "metrics", blocks: [.table(LeverageReport.metricTable("figures", figures, policy, source.register.base))]),
    ]
    document.notes = [
      Phrase(
        "基金投出的每笔资金按投资之日该基金内尚未投出的各方资金（或协议指定）分解到分；基金对基金的出资在各级之间抵销，不与外部资金相加。",
        "What a fund invests is split as the money is that is in it on that day and was not invested before, or as its agreement "
          + "designates, to the fen; what one fund puts into another is eliminated between tiers and never added to money from outside."),
      Phrase(
        "我方穿透比例按登记的股比逐级相乘；没有登记的，按到达该单位的全部资金（含在旁投入）中的份额；指定项目的基金按指定为我方的部分。",
        "Our share is that of each holder times that in the next, as stated; where none is stated, by all money that arrived, money "
          + "beside included; of a fund that designates, by what is designated as ours."),
    ]
    document.notes += tables.notes
    document.extras = [LeverageReport.extras(figures, policy, asOf: cutOff, source.register.base)]
    return document
  }
}
