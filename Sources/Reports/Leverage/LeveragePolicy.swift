/// The choices that a multiplier depends on and that its definition line states.
public struct LeveragePolicy: Hashable, Sendable {
  /// Whose money counts as 社会资本.
  public var tier: CapitalTier
  /// Whether recovered money that was invested again stands in the denominator beside fresh budget money.
  public var countsRecycled: Bool
  /// Whether state firms are other public money (O); otherwise they count as social capital in the narrow sense (P).
  public var stateFirmsArePublic: Bool
  /// How many months after our first payment money of a later round still counts as subsequent (L6).
  public var laterMonths: Int

  /// The usual choices: wide, recycled money in the denominator, state firms public only where the programme says so.
  public init(
    tier: CapitalTier = .wide, countsRecycled: Bool = true, stateFirmsArePublic: Bool = false, laterMonths: Int = 24
  ) {
    self.tier = tier
    self.countsRecycled = countsRecycled
    self.stateFirmsArePublic = stateFirmsArePublic
    self.laterMonths = laterMonths
  }
}
