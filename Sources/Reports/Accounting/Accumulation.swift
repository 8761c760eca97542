import LedgerCore
import ReportDocument

/// What a column of a period shows; the raw value is the option's name.
public enum Accumulation: String, CaseIterable, Sendable {
  /// What moved in the period.
  case change
  /// What moved since the beginning of the first period.
  case cumulative
  /// What stands at the end of the period, with all that was before it.
  case historical

  /// The title of balances of this kind by period.
  var title: Phrase {
    switch self {
    case .change: Phrase("科目各期发生净额", "Net changes by period")
    case .cumulative: Phrase("科目各期累计净额", "Cumulative changes by period")
    case .historical: Phrase("科目各期末余额", "Balances at the end of each period")
    }
  }

  /// What the figures are.
  var definition: Phrase {
    switch self {
    case .change: Phrase("各期借方减贷方，借方为正", "debits less credits of each period, debit positive")
    case .cumulative:
      Phrase("自首期期初起的借方减贷方，借方为正", "debits less credits since the beginning of the first period, debit positive")
    case .historical: Phrase("各期末余额，借方为正，贷方为负", "balances at the end of each period, debit positive, credit negative")
    }
  }

  /// The figures of all columns.
  ///
  /// - Parameters:
  ///   - opening: what stood before the first period.
  ///   - changes: what moved in each, minor units.
  func amounts(_ opening: Int64, _ changes: [Int64]) throws(Diagnostic) -> [Int64] {
    if self == .change { return changes }
    var sum = self == .historical ? opening : 0
    var amounts: [Int64] = []
    amounts.reserveCapacity(changes.count)
    for change in changes {
      try sum.add(change)
      amounts.append(sum)
    }
    return amounts
  }
}
