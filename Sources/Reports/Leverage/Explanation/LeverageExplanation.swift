import LedgerCore
import Portfolio
import ReportDocument

/// What a multiplier is made of, contribution by contribution, and what is not in it and why.
struct LeverageExplanation {
  /// One fact with what became of it.
  struct Line {
    let fact: Fact
    /// What it adds to the numerator; nil when it is not in it.
    var numerator: Int64?
    /// What it adds to the denominator; nil when it is not in it.
    var denominator: Int64?
    /// Why it is in neither; nil when it is in one.
    var reason: LeftOut?
    let relation: ContributionRelation?
  }

  /// Every contribution and payment, in the order in which they were recorded.
  private(set) var lines: [Line] = []
  /// What the lines add up to.
  private(set) var sum = Ratio(0, over: 0)
  /// What the report prints.
  let ratio: Ratio

  /// The measures whose facts are told apart.
  static let measures = LeverageView.measures.union([.repeated, .handedIn]).subtracting(
    [.openingSince, .designated, .besideCompany, .reinvestedRest, .costOut, .soldTo, .soldOn])

  /// Explains a metric of the whole, or of one group, by the facts of one moment.
  ///
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  init(
    _ metric: LeverageMetric, _ facts: [Fact], _ register: Register, _ policy: LeveragePolicy, _ scope: ExplanationScope
  ) throws(Diagnostic) {
    let known = 1..<Int32(clamping: register.deals.count + 1)
    do throws(MoneyOverflow) {
      let facts = ForeignInvestments.completed(facts, register)
      ratio = try scope.sums.ratio(metric, policy)
      let verdicts = try FactVerdicts(
        scope.view, facts, register, policy, through: metric.looksThrough ? scope.through : nil)
      var recognised = RunningReinvestment(facts)
      for fact in facts where LeverageExplanation.measures.contains(fact.measure) {
        guard known.contains(fact.dimensions.deal.rawValue), scope.includes(fact) else { continue }
        var line = try LeverageExplanation.line(fact, metric.formula, verdicts)
        if metric == .reinvestment && line.numerator != nil { line.numerator = try recognised.step(of: fact) }
        sum.numerator = try sum.numerator.plus(line.numerator ?? 0)
        sum.denominator = try sum.denominator.plus(line.denominator ?? 0)
        lines.append(line)
        let countsLater = metric.formula.numerator.contains(.later)
        if let other = verdicts.otherPart(of: fact, line, countsLater: countsLater) { lines.append(other) }
      }
    } catch {
      throw Diagnostic.sumOverflow
    }
  }

  private static func line(
    _ fact: Fact, _ formula: LeverageFormula, _ verdicts: FactVerdicts
  ) throws(MoneyOverflow) -> Line {
    var line = verdicts.line(fact)
    if line.reason != nil { return line }
    var reasons: [LeftOut] = []
    func sum(_ parts: [MoneyPart]) throws(MoneyOverflow) -> Int64? {
      var sum: Int64?
      for part in parts {
        switch try verdicts.verdict(on: fact, in: part) {
        case .counted(let amount): sum = try (sum ?? 0).plus(amount)
        case .leftOut(let reason): reasons.append(reason)
        case nil: break
        }
      }
      return sum
    }
    line.numerator = try sum(formula.numerator)
    line.denominator = try sum(formula.denominator)
    if line.numerator == nil && line.denominator == nil {
      line.reason = reasons.first { $0 != .notInMetric } ?? LeverageExplanation.reason(for: fact)
    }
    return line
  }

  /// Why a fact that no kind of money of a metric asks for is not in it.
  static func reason(for fact: Fact) -> LeftOut {
    switch fact.measure {
    case .lent: .loan
    case .deployed: .deployment
    case .repeated: .repeated
    default: .notInMetric
    }
  }
}
