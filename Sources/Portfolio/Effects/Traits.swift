/// What a fact carries beside its amount: of other people's money, of money at the holder, of an exit.
///
/// All of it is kept as small numbers and bits in one word, as books store it: a report passes over a million of them.
public struct Traits: Hashable, Sendable {
  /// From the lowest byte: contributor, level, stage, flags, way of exit, each 0 for none; then 16 bits of the year.
  public private(set) var packed: Int64 = 0

  public init() {}

  /// The traits as they are stored; a number that means nothing reads as none.
  public init(packed: Int64) { self.packed = packed }

  /// Whose money it is; nil for none of others.
  public var contributor: ContributorClass? {
    get { ContributorClass(rawValue: byte(at: 0)) }
    set { set(newValue?.rawValue ?? 0, at: 0) }
  }

  /// In what it went in: our fund, the project, a later round.
  public var level: ContributionLevel? {
    get { ContributionLevel(rawValue: byte(at: 8)) }
    set { set(newValue?.rawValue ?? 0, at: 8) }
  }

  /// How far the money has come.
  public var stage: ContributionStage? {
    get { ContributionStage(rawValue: byte(at: 16)) }
    set { set(newValue?.rawValue ?? 0, at: 16) }
  }

  /// A document proves the money.
  public var hasEvidence: Bool {
    get { has(0) }
    set { set(newValue, 0) }
  }

  /// The money was recovered from an earlier investment.
  public var isRecycled: Bool {
    get { has(1) }
    set { set(newValue, 1) }
  }

  /// The money bought shares from a holder or converted a claim: no new money in the company.
  public var isSecondary: Bool {
    get { has(2) }
    set { set(newValue, 2) }
  }

  /// The money of a budget payment, refund or correction left or reached the holder's account, not the treasury.
  public var isAtHolder: Bool {
    get { has(3) }
    set { set(newValue, 3) }
  }

  /// The money is a claim that became shares, which `isSecondary` leaves out of every multiplier.
  public var isConverted: Bool {
    get { has(4) }
    set { set(newValue, 4) }
  }

  /// The money was paid in or promised by one partner of a fund and taken over by another, or is what we pay a partner for
  /// it: no new money in the fund.
  public var isAssigned: Bool {
    get { has(5) }
    set { set(newValue, 5) }
  }

  /// Where others' money stands: what is in the same closing as ours, or says nothing of its level, is in the same fund.
  public var place: ContributionLevel {
    switch level {
    case .round, nil: .fund
    case let level?: level
    }
  }

  /// How a holding left the books.
  public var exitWay: ExitWay? {
    get { ExitWay(rawValue: byte(at: 32)) }
    set { set(newValue?.rawValue ?? 0, at: 32) }
  }

  /// The budget year that the amount is about, 0 for none: that of a pledge, that in which money was first approved.
  public var year: Int {
    get { Int(UInt16(truncatingIfNeeded: packed >> 40)) }
    set { packed = packed & ~(0xFFFF << 40) | Int64(UInt16(clamping: newValue)) << 40 }
  }

  private func byte(at bit: Int64) -> UInt8 { UInt8(truncatingIfNeeded: packed >> bit) }

  private mutating func set(_ byte: UInt8, at bit: Int64) { packed = packed & ~(0xFF << bit) | Int64(byte) << bit }

  private func has(_ flag: Int64) -> Bool { packed >> (24 + flag) & 1 != 0 }

  private mutating func set(_ value: Bool, _ flag: Int64) {
    packed = packed & ~(1 << (24 + flag)) | (value ? 1 : 0) << (24 + flag)
  }
}
