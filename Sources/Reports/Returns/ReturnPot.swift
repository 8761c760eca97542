import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// Collects what the returns of one group are made of; minor units.
struct ReturnPot {
  private(set) var committed: Int64 = 0
  private(set) var paidIn: Int64 = 0
  private(set) var distributed: Int64 = 0
  private(set) var residual: Int64 = 0
  private(set) var flows: [CashFlow] = []

  /// Whether there is nothing to show.
  var isEmpty: Bool { committed == 0 && flows.isEmpty && residual == 0 }

  /// Takes in a deal's commitment, at least what was paid on it, and what the rest of it is worth.
  mutating func add(_ position: DealPosition, _ valuation: Valuation) throws(MoneyOverflow) {
    // What was paid before the books began was committed before them.
    committed = try committed.plus(max(position.totals[.committed], position.paidIn)).plus(position.totals[.openingPaid])
    residual = try residual.plus(valuation.amount)
  }

  /// Takes in a flow.
  mutating func add(_ flow: ReturnFlow) throws(MoneyOverflow) {
    flows.append(CashFlow(flow.day, flow.amount))
    try addSums(flow)
  }

  /// Takes in a flow without keeping its date.
  mutating func addSums(_ flow: ReturnFlow) throws(MoneyOverflow) {
    if flow.isPayment {
      paidIn = try paidIn.minus(flow.amount)
    } else {
      distributed = try distributed.plus(flow.amount)
    }
  }

  /// The multiples and the money-weighted return, the residual value standing on a day.
  func group(_ label: Cell, asOf day: Day) throws(MoneyOverflow) -> ReturnsView.Group {
    ReturnsView.Group(
      label: label,
      multiples: try FundMultiples(
        committed: committed, paidIn: paidIn, distributed: distributed, residualValue: residual),
      rate: .xirr(of: flows.isEmpty ? [] : flows + [CashFlow(day, residual)]))
  }
}
