/// A rate of return on its own, or that there is none: flat, for those who keep very many of them.
public struct ReturnRate: Hashable, Sendable {
  /// The rate as a fraction (0.085 is 8.5 %); nil when there is none.
  public let fraction: Double?

  /// A rate, or none.
  public init(_ fraction: Double?) { self.fraction = fraction }
}
