import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// 放大倍数: how much of others' money stands beside ours (METRICS §1), each figure with its definition.
public struct LeverageReport: Sendable {
  /// What the second table is broken down by; none leaves it out.
  public var grouping: Grouping
  /// Whose money counts, and what stands in the denominator.
  public var policy: LeveragePolicy
  /// Cut-off and known-at.
  public var moment: Moment
  /// The multipliers of the headline table.
  public var metrics = LeverageMetric.headline
  /// The multipliers of the table below, which needs money seen through funds; none leaves it and its tables out.
  public var further = LeverageMetric.further

  /// Whether a chart shows the years; it takes a second look at the facts unless the breakdown is by year.
  public var drawsYears = false

  /// The report with its options.
  public init(
    by grouping: Grouping = .programme, policy: LeveragePolicy = LeveragePolicy(), moment: Moment = .latest
  ) {
    self.grouping = grouping
    self.policy = policy
    self.moment = moment
  }

  /// Below this share of private money in a deal it is flagged (L14).
  static let privateShareMin = Ratio(20, over: 100)

  /// Computes the multipliers and writes them down.
  ///
  /// - Throws: what the source throws, or `sumOverflow` when a sum leaves 64 bits.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let (facts, cutOff) = try source.factsAndCutOff(at: moment, of: LeverageView.measures(by: grouping))
    let register = source.register
    var view = try LeverageView(
      facts, register: register, by: grouping, on: moment.asOf, laterMonths: policy.laterMonths)
    let through = further.isEmpty ? nil : try view.seeThrough(register, policy)
    let figures = try LeverageReport.figures(of: view.total, policy)
    let metrics = figures.filter { self.metrics.contains($0.metric) }
    let others = figures.filter { further.contains($0.metric) }
    var document = try ReportFrame(source: source, moment: moment).document(
      "leverage", title: Phrase("财政资金放大倍数", "Leverage of public money"),
      definitions: (metrics + others).map { $0.metric.definition(policy, asOf: cutOff) })
    let base = register.base
    document.sections = [
      Section("metrics", blocks: [.table(LeverageReport.metricTable("headline", metrics, policy, base))])
    ]
    if let chart = try yearChart(facts, register, view) { document.sections[0].blocks.append(.chart(chart)) }
    if grouping != .none {
      let table = try breakdown(of: view, base)
      document.sections.append(
        Section(
          "breakdown", title: Phrase("按\(grouping.titleOfMoney.zh)", "By \(grouping.titleOfMoney.en.lowercased())"),
          blocks: [.table(table)]))
    }
    if !further.isEmpty {
      document.sections += try LeverageTables(report: self, view: view, register: register).sections(others)
    }
    document.notes = try LeverageReport.notes(on: view, policy, base) + scopeNotes(on: view, through, facts, register)
    if grouping.isOfCompanies {
      document.notes.append(
        Phrase(
          "写明企业的基金投出和项目他方资金列在企业所属的组，财政对基金的出资列在基金所属的组；以财政实缴为分母的指标因此在企业的组可能无值。",
          "What funds invested, and others' money beside it, stands with the company where events name it; our money in funds "
            + "stands with the fund, so that ratios to it may have no value where companies are."))
    }
    document.notes += grouping.noteOnDay
    if grouping == .deal { document.notes += try LeverageReport.privateShareNotes(on: view, policy) }
    document.notes += through?.notes(register) ?? []
    for finding in through?.trace.findings ?? [] {
      document.notes.append(
        Phrase(
          "穿透指标（M1t、M2t、L5）无法计算（\(finding.code.rawValue)）：\(finding.sentence.zh)。",
          "Nothing can be seen through (M1t, M2t, L5; \(finding.code.rawValue)): \(finding.message)."))
    }
    document.extras = [LeverageReport.extras(metrics + others, policy, asOf: cutOff, base)]
    return document
  }

  /// All metrics of some money.
  static func figures(
    of sums: LeverageSums, _ policy: LeveragePolicy
  ) throws(Diagnostic) -> [(metric: LeverageMetric, ratio: Ratio)] {
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      var figures: [(metric: LeverageMetric, ratio: Ratio)] = []
      for metric in LeverageMetric.allCases { figures.append((metric, try sums.ratio(metric, policy))) }
      return figures
    }
  }
}
