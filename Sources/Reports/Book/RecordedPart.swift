import LedgerCore
import Portfolio

/// One recorded event with the numbers of its vouchers and the id of the first.
public struct RecordedPart: Sendable {
  /// The event with all that it did.
  public var recorded: RecordedEvent
  /// Numbers of its vouchers, in their order.
  public var numbers: [Int64]
  /// The id of its first voucher.
  public var firstVoucher: Int64

  public init(_ recorded: RecordedEvent, numbers: [Int64], firstVoucher: Int64) {
    self.recorded = recorded
    self.numbers = numbers
    self.firstVoucher = firstVoucher
  }
}
