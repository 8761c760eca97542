import LedgerCore

/// A rate of return as it may be printed: a value, or the reason why there is none.
public struct RateFigure: Hashable, Sendable {
  /// The rate as a fraction (0.085 is 8.5 %), or nil when there is no single one.
  public var value: Double?
  /// Whether the value is a yearly rate; false for the return of a period, which is not to be compared with one.
  public var isAnnualised: Bool
  /// The machine word for how the value came about, such as `ok`, `notUnique` or `totalLoss`.
  public var status: String
  /// What people read after the value, or in its place; empty for a plain rate.
  public var remark: Phrase

  /// A rate with its status.
  public init(_ value: Double?, status: String = "ok", remark: Phrase = .none, isAnnualised: Bool = true) {
    self.value = value
    self.isAnnualised = isAnnualised
    self.status = status
    self.remark = remark
  }

  /// The value as bits, when it is a yearly rate and there is nothing more to say of it.
  var plainBits: UInt64? {
    guard let value, self == RateFigure(value) else { return nil }
    return value.bitPattern
  }

  /// A yearly rate from the bits of its value.
  init(plainBits bits: UInt64) { self.init(Double(bitPattern: bits)) }

  /// The status where there is one word for all: `period` in place of `ok` for a rate that is not yearly.
  public var flatStatus: String { status == "ok" && !isAnnualised ? "period" : status }

  /// The rate rounded half up to a number of decimals (0–15), as an integer of that scale; nil when there is no value,
  /// or none that can be printed: not a number, infinite, or beyond 10³⁶.
  public func rounded(decimals: Int) -> Int128? {
    guard let value, (0...15).contains(decimals) else { return nil }
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    let scaled = (value * factor).rounded(.toNearestOrAwayFromZero)
    return scaled.magnitude < 1e36 ? Int128(scaled) : nil
  }
}
