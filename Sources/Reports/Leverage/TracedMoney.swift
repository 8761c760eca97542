/// Money seen through all funds between us and the companies; minor units.
public struct TracedMoney: Hashable, Sendable {
  /// F in funds.
  public var ownInFunds: Int64 = 0
  /// What others put from outside into the funds that F is in, straight or through other funds.
  public var othersInFunds = ClassAmounts()
  /// F that reached companies, straight and through funds.
  public var ownReached: Int64 = 0
  /// What reached companies through our funds and was others' in the beginning.
  public var othersThrough = ClassAmounts()

  /// No money.
  public init() {}
}
