import LedgerCore
import Portfolio
import ReportDocument

/// An amount by the three activities of the cash-flow statement, minor units.
struct ActivityAmounts: Hashable {
  private var amounts: [CashFlowLine.Part: Int64] = [:]

  /// The amount of one activity.
  subscript(part: CashFlowLine.Part) -> Int64 { amounts[part] ?? 0 }

  /// Adds to one activity; throws when the sum leaves 64 bits.
  mutating func add(_ amount: Int64, to part: CashFlowLine.Part) throws(Diagnostic) {
    if amount != 0 { try amounts[part, default: 0].add(amount) }
  }

  /// Adds another amount, or takes it off.
  mutating func add(_ other: ActivityAmounts, isTakenOff: Bool = false) throws(Diagnostic) {
    for part in CashFlowLine.Part.allCases { try add(isTakenOff ? 0 &- other[part] : other[part], to: part) }
  }

  /// All activities together.
  var total: Int64 {
    get throws(Diagnostic) {
      var sum: Int64 = 0
      for part in CashFlowLine.Part.allCases { try sum.add(self[part]) }
      return sum
    }
  }

  /// What a cash-flow statement shows, by activity.
  init(_ sums: CashFlowSums) throws(Diagnostic) {
    for line in CashFlowLine.allCases { try add(sums[line], to: line.part) }
  }

  init() {}
}
