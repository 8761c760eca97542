import LedgerCore

/// The multiples of a fund or portfolio since inception, as exact ratios of minor units.
public struct FundMultiples: Hashable, Sendable {
  /// Money promised.
  public let committed: Int64
  /// Everything paid in, recalled distributions included, unused calls that were given back netted off.
  public let paidIn: Int64
  /// Everything that came back.
  public let distributed: Int64
  /// What the rest is worth.
  public let residualValue: Int64
  /// Distributed plus residual value.
  public let totalValue: Int64

  /// - Throws: `MoneyOverflow` when the total value cannot be represented.
  public init(committed: Int64, paidIn: Int64, distributed: Int64, residualValue: Int64) throws(MoneyOverflow) {
    self.committed = committed
    self.paidIn = paidIn
    self.distributed = distributed
    self.residualValue = residualValue
    self.totalValue = try distributed.plus(residualValue)
  }

  /// Distributed to paid-in.
  public var dpi: Ratio { Ratio(distributed, over: paidIn) }
  /// Residual value to paid-in.
  public var rvpi: Ratio { Ratio(residualValue, over: paidIn) }
  /// Total value to paid-in: the sum of DPI and RVPI.
  public var tvpi: Ratio { Ratio(totalValue, over: paidIn) }
  /// Paid-in to committed.
  public var pic: Ratio { Ratio(paidIn, over: committed) }
}
