import LedgerCore

extension Int64 {
  /// Adds to the amount in place; throws a diagnostic when the sum leaves 64 bits.
  mutating func add(_ other: Int64) throws(Diagnostic) {
    let (sum, overflow) = addingReportingOverflow(other)
    if overflow {
      throw Diagnostic.sumOverflow
    }
    self = sum
  }
}
