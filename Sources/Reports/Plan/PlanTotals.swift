import LedgerCore
import Portfolio

/// The sums over the projects of a plan.
struct PlanTotals {
  /// As they were taken in, those that were withdrawn since too.
  private(set) var first: Int64 = 0
  private(set) var planned: Int64 = 0
  private(set) var made = PlanView.Made()
  /// The deals that came of the plan.
  private(set) var deals: [DealID] = []
  /// Σ planned × expected multiplier, in parts per billion of minor units, and Σ planned, of projects that state one.
  private var expectedMoney: Int128 = 0
  private var expecting: Int128 = 0

  /// Takes in a project with what was made of it; of a withdrawn one nothing but what was planned at first.
  mutating func add(_ project: PlannedProject, _ made: PlanView.Made) throws(Diagnostic) {
    try first.add(project.firstAmount)
    if project.withdrawn != nil { return }
    try planned.add(project.amount)
    try self.made.add(made)
    if !project.deal.isNone { deals.append(project.deal) }
    guard let leverage = project.leverage else { return }
    let (money, overflow) = Int128(project.amount).multipliedReportingOverflow(by: Int128(leverage.partsPerBillion))
    let (sum, isOver) = expectedMoney.addingReportingOverflow(money)
    if overflow || isOver { throw Diagnostic(.sumOverflow, Wording("预计他方资金超出范围", "the expected money of others leaves its range")) }
    expectedMoney = sum
    expecting += Int128(project.amount)
  }

  /// The multiplier that the plan expects as a whole: money of others over ours, of projects that state one.
  var expected: Ratio? {
    if expecting == 0 { return nil }
    // To minor units, so that both sides fit.
    let others = (expectedMoney + Int128(Rate.whole.partsPerBillion) / 2) / Int128(Rate.whole.partsPerBillion)
    guard let numerator = Int64(exactly: others), let denominator = Int64(exactly: expecting) else { return nil }
    return Ratio(numerator, over: denominator)
  }

  /// A rate as an exact ratio.
  static func ratio(_ rate: Rate) -> Ratio { Ratio(rate.partsPerBillion, over: Rate.whole.partsPerBillion) }
}
