import LedgerCore

/// A decimal number as it was written: its digits, and how many of them stand behind the decimal mark.
struct PeerNumber: Hashable, Sendable {
  var mantissa: Int64
  /// 0 to `digitsMax`.
  var decimals: Int

  /// A number of more digits would not fit 64 bits with certainty.
  static let digitsMax = 18
  static let zero = PeerNumber(mantissa: 0, decimals: 0)

  var negated: PeerNumber { PeerNumber(mantissa: 0 &- mantissa, decimals: decimals) }
  var isZero: Bool { mantissa == 0 }

  /// How many decimals the number needs: zeros at the end say nothing.
  var neededDecimals: Int {
    var (value, needed) = (mantissa, decimals)
    while needed > 0, value % 10 == 0 { (value, needed) = (value / 10, needed - 1) }
    return needed
  }

  /// The number in minor units of a scale; nil when it has more decimals, beyond zeros, or does not fit.
  @inline(__always)
  func minorUnits(scale: Int) -> Int64? {
    if decimals == scale { return mantissa }
    return scaledUnits(scale: scale)
  }

  private func scaledUnits(scale: Int) -> Int64? {
    var value = mantissa
    var at = decimals
    while at < scale {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      (value, at) = (product, at + 1)
    }
    while at > scale {
      guard value % 10 == 0 else { return nil }
      (value, at) = (value / 10, at - 1)
    }
    return value
  }
}
