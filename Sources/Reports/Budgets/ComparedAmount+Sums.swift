import LedgerCore
import ReportDocument

extension ComparedAmount {
  /// Whether neither period has anything.
  var isEmpty: Bool { current == 0 && prior == 0 }

  /// Adds both amounts of another; throws when a sum leaves 64 bits.
  mutating func add(_ other: ComparedAmount) throws(Diagnostic) {
    try current.add(other.current)
    try prior.add(other.prior)
  }

  /// Takes both amounts of another off; throws when a difference leaves 64 bits.
  mutating func subtract(_ other: ComparedAmount) throws(Diagnostic) {
    self = try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      ComparedAmount(current: try current.minus(other.current), prior: try prior.minus(other.prior))
    }
  }

  /// The amount of the year and what it is compared with: the cells of `StatementYear.columns`.
  func cells(_ base: Commodity) throws(Diagnostic) -> [Cell] {
    [.money(current, base)] + (try Comparison.cells(self, base))
  }
}
