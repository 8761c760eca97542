import LedgerCore
import Portfolio
import ReportDocument

/// Events behind the multipliers that are worked out deal by deal: each with what it is counted as, or why it is not.
struct WholeContributions {
  /// What went in, as what, and with which amount.
  private(set) var counted: [(line: LeverageExplanation.Line, title: Phrase, amount: Int64)] = []
  /// What did not, each with its reason.
  private(set) var leftOut: [LeverageExplanation.Line] = []

  /// The kinds of money that a table of deals is made of.
  private static func parts(of metric: LeverageMetric) -> [(part: MoneyPart, title: Phrase)]? {
    switch metric {
    case .l10, .l10ByShare:
      [
        (.own, Phrase("财政 F", "own F")), (.partnersPrivate, Phrase("民间资本 P", "private P")),
        (.partnersPublic, Phrase("其他财政 O", "public O")),
      ]
    case .m5Planned: [(.ownPlanned, Phrase("财政认缴", "own committed"))]
    default: nil
    }
  }

  /// Tells events apart by the facts of one moment; nil for a multiplier that is a sum of contributions.
  init?(
    _ metric: LeverageMetric, _ policy: LeveragePolicy, _ facts: [Fact], _ register: Register, _ scope: ExplanationScope
  ) throws(Diagnostic) {
    guard let parts = WholeContributions.parts(of: metric) else { return nil }
    let view = scope.view
    let known = 1..<Int32(clamping: register.deals.count + 1)
    do throws(MoneyOverflow) {
      let facts = ForeignInvestments.completed(facts, register)
      let verdicts = try FactVerdicts(view, facts, register, policy)
      // Public money counts only beside private money that is credited, by whichever deals of a fund both are recorded.
      let units = view.fold.timing.units
      let credited = Set(try MobilisedDeals(view, register, policy).lines.map { units[Int($0.deal.id.rawValue)] })
      for fact in facts where LeverageExplanation.measures.contains(fact.measure) {
        guard known.contains(fact.dimensions.deal.rawValue), scope.includes(fact, for: metric) else { continue }
        var line = verdicts.line(fact)
        if line.reason == nil {
          try place(&line, parts, verdicts, isCredited: credited.contains(units[Int(fact.dimensions.deal.rawValue)]))
        }
        if line.reason != nil { leftOut.append(line) }
      }
    } catch {
      throw Diagnostic.sumOverflow
    }
  }

  /// Finds the first kind of money that a fact counts in; else the reason why it counts in none.
  private mutating func place(
    _ line: inout LeverageExplanation.Line, _ parts: [(part: MoneyPart, title: Phrase)], _ verdicts: FactVerdicts,
    isCredited: Bool
  ) throws(MoneyOverflow) {
    var reasons: [LeftOut] = []
    for (part, title) in parts {
      switch try verdicts.verdict(on: line.fact, in: part) {
      case .counted(let amount) where part != .partnersPublic || isCredited:
        counted.append((line, title, amount))
        return
      case .leftOut(let reason): reasons.append(reason)
      default: break
      }
    }
    line.reason = reasons.first { $0 != .notInMetric && $0 != .otherClass } ?? LeverageExplanation.reason(for: line.fact)
  }
}
