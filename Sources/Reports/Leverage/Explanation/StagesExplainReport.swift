import LedgerCore
import Portfolio
import ReportDocument

/// `bgt leverage --explain M5`: what is planned, announced, signed and paid beside each other, each stage explained as its
/// own multiplier is.
public struct StagesExplainReport: Sendable {
  /// The group that is explained; nil for the whole.
  public var group: String?
  /// What the groups are.
  public var grouping: Grouping
  /// Whose money counts, and what stands in the denominator.
  public var policy: LeveragePolicy
  /// Cut-off and known-at.
  public var moment: Moment

  /// The report with its options.
  public init(
    of group: String? = nil, by grouping: Grouping = .programme, policy: LeveragePolicy = LeveragePolicy(),
    moment: Moment = .latest
  ) {
    self.group = group
    self.grouping = grouping
    self.policy = policy
    self.moment = moment
  }

  /// The stages, from the plan to the payment. A plan is of everybody's money, so that narrow figures have none.
  private var stages: [LeverageMetric] {
    let all: [LeverageMetric] = [.m5Planned, .m5Announced, .m1Committed, .m1]
    return policy.tier == .wide ? all : Array(all.dropFirst())
  }

  /// The explanations one after the other; ids of sections and tables begin with the code of their stage.
  ///
  /// - Throws: what the explanation of a stage throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    var document: ReportDocument?
    for metric in stages {
      let part = try LeverageExplainReport(metric, of: group, by: grouping, policy: policy, moment: moment).document(from: source)
      var whole =
        document
        ?? ReportDocument("leverageExplained", title: Phrase("放大倍数说明：", "Multiplier explained: ") + title, facts: part.facts)
      whole.definitions += part.definitions
      let told = whole.notes
      whole.notes += part.notes.filter { !told.contains($0) }
      whole.sections += StagesExplainReport.sections(of: part, metric)
      document = whole
    }
    return document ?? ReportDocument("leverageExplained", title: title)
  }

  private var title: Phrase {
    let whole = Phrase("M5 计划、意向、认缴、实缴对照", "M5 planned, announced, signed and paid")
    guard let group else { return whole }
    return whole + Phrase("（\(grouping.titleOfMoney.zh) \(group)）", " (\(grouping.titleOfMoney.en.lowercased()) \(group))")
  }

  private static func sections(of part: ReportDocument, _ metric: LeverageMetric) -> [Section] {
    part.sections.enumerated().map { index, section in
      let heading = index == 0 ? Phrase.plain(metric.rawValue + " ") + metric.title : Phrase.plain(metric.rawValue + " ") + section.title
      return Section("\(metric.rawValue)-\(section.id)", title: heading, blocks: section.blocks.map { named($0, metric) })
    }
  }

  private static func named(_ block: Block, _ metric: LeverageMetric) -> Block {
    switch block {
    case .table(var table):
      table.id = "\(metric.rawValue)-\(table.id)"
      return .table(table)
    case .figures(var list):
      list.id = "\(metric.rawValue)-\(list.id)"
      return .figures(list)
    case .paragraph, .statement, .note, .chart: return block
    }
  }
}
