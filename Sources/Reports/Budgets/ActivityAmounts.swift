import LedgerCore
import Portfolio
import ReportDocument

/// An amount by the three activities of the cash-flow statement, minor units.
struct ActivityAmounts: Hashable {
  private var operating: Int64 = 0
  private var investing: Int64 = 0
  private var financing: Int64 = 0

  /// The amount of one activity.
  subscript(part: CashFlowLine.Part) -> Int64 {
    switch part {
    case .operating: operating
    case .investing: investing
    case .financing: financing
    }
  }

  /// Adds to one activity; throws when the sum leaves 64 bits.
  mutating func add(_ amount: Int64, to part: CashFlowLine.Part) throws(Diagnostic) {
    switch part {
    case .operating: try operating.add(amount)
    case .investing: try investing.add(amount)
    case .financing: try financing.add(amount)
    }
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
