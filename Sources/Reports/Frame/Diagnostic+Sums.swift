import LedgerCore

extension Diagnostic {
  /// Runs checked arithmetic of a report; a sum that leaves 64 bits is a diagnostic, never a wrong figure.
  static func onOverflow<Result>(
    _ body: () throws(MoneyOverflow) -> Result
  ) throws(Diagnostic) -> Result {
    do throws(MoneyOverflow) { return try body() } catch {
      throw Diagnostic.sumOverflow
    }
  }
}

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
