/// A rate of return as it may be printed: a value, or the reason why there is none.
public struct RateFigure: Hashable, Sendable {
  /// The rate as a fraction (0.085 is 8.5 %), or nil when there is no single one.
  public var value: Double?
  /// The machine word for how the value came about, such as `ok`, `notUnique` or `totalLoss`.
  public var status: String
  /// What people read after the value, or in its place; empty for a plain rate.
  public var remark: Phrase

  /// A rate with its status.
  public init(_ value: Double?, status: String = "ok", remark: Phrase = .none) {
    self.value = value
    self.status = status
    self.remark = remark
  }
}
