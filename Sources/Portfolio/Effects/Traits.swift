/// What a fact carries beside its amount: of other people's money, of money at the holder, of an exit.
public struct Traits: Hashable, Sendable {
  public var contributor: ContributorClass?
  public var level: ContributionLevel?
  public var stage: ContributionStage?
  /// A document proves the money.
  public var hasEvidence = false
  /// The money was recovered from an earlier investment.
  public var isRecycled = false
  /// The money bought shares from a holder or converted a claim: no new money in the company.
  public var isSecondary = false
  /// The money of a budget payment, refund or correction left or reached the holder's account, not the treasury.
  public var isAtHolder = false
  /// The money is a claim that became shares, which `isSecondary` leaves out of every multiplier.
  public var isConverted = false
  /// How a holding left the books.
  public var exitWay: ExitWay?

  /// The budget year that the amount is about, 0 for none: that of a pledge, that in which money was first approved.
  public var year = 0

  public init() {}

  /// The traits as small numbers and a bit set, for storing.
  public var packed: Int64 {
    let flags = (hasEvidence ? 1 : 0) | (isRecycled ? 2 : 0) | (isSecondary ? 4 : 0) | (isAtHolder ? 8 : 0)
      | (isConverted ? 16 : 0)
    return Int64(contributor?.rawValue ?? 0) | Int64(level?.rawValue ?? 0) << 8 | Int64(stage?.rawValue ?? 0) << 16
      | Int64(flags) << 24 | Int64(exitWay?.rawValue ?? 0) << 32
      | Int64(UInt16(clamping: year)) << 40
  }

  public init(packed: Int64) {
    contributor = ContributorClass(rawValue: UInt8(truncatingIfNeeded: packed))
    level = ContributionLevel(rawValue: UInt8(truncatingIfNeeded: packed >> 8))
    stage = ContributionStage(rawValue: UInt8(truncatingIfNeeded: packed >> 16))
    let flags = packed >> 24
    hasEvidence = flags & 1 != 0
    isRecycled = flags & 2 != 0
    isSecondary = flags & 4 != 0
    isAtHolder = flags & 8 != 0
    isConverted = flags & 16 != 0
    exitWay = ExitWay(rawValue: UInt8(truncatingIfNeeded: packed >> 32))
    year = Int(UInt16(truncatingIfNeeded: packed >> 40))
  }
}
