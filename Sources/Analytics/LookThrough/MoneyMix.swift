import LedgerCore

/// An amount of money by whose it is; minor units. Every part of a mix adds up to it, to the minor unit.
public struct MoneyMix: Hashable, Sendable {
  private var parts = (Int64(0), Int64(0), Int64(0), Int64(0), Int64(0), Int64(0))
  private var further = (bank: Int64(0), earlier: Int64(0))

  /// No money.
  public init() {}

  /// Money of one owner.
  public init(_ amount: Int64, of owner: MoneyOwner) {
    self[owner] = amount
  }

  /// The money of an owner.
  public subscript(owner: MoneyOwner) -> Int64 {
    get {
      switch owner {
      case .own: parts.0
      case .private: parts.1
      case .stateFirm: parts.2
      case .otherPublic: parts.3
      case .unrecorded: parts.4
      case .recycled: parts.5
      case .bank: further.bank
      case .earlier: further.earlier
      }
    }
    set {
      switch owner {
      case .own: parts.0 = newValue
      case .private: parts.1 = newValue
      case .stateFirm: parts.2 = newValue
      case .otherPublic: parts.3 = newValue
      case .unrecorded: parts.4 = newValue
      case .recycled: parts.5 = newValue
      case .bank: further.bank = newValue
      case .earlier: further.earlier = newValue
      }
    }
  }

  /// All of it; throws when the sum leaves 64 bits.
  public func total() throws(MoneyOverflow) -> Int64 {
    try parts.0.plus(parts.1).plus(parts.2).plus(parts.3).plus(parts.4).plus(parts.5).plus(further.bank).plus(further.earlier)
  }

  /// All but our own money; throws when the sum leaves 64 bits.
  public func others() throws(MoneyOverflow) -> Int64 { try total().minus(try ours()) }

  /// Our own money, fresh and invested again; throws when the sum leaves 64 bits.
  public func ours() throws(MoneyOverflow) -> Int64 { try parts.0.plus(parts.5) }

  /// Our own money in it, fresh and invested again, without that of others.
  public var ourPart: MoneyMix {
    var mix = MoneyMix()
    (mix[.own], mix[.recycled]) = (self[.own], self[.recycled])
    return mix
  }

  /// Adds other money owner by owner; throws when a sum leaves 64 bits.
  public mutating func add(_ other: MoneyMix) throws(MoneyOverflow) {
    for owner in MoneyOwner.allCases { self[owner] = try self[owner].plus(other[owner]) }
  }

  /// Adds money of one owner; throws when the sum leaves 64 bits.
  public mutating func add(_ amount: Int64, of owner: MoneyOwner) throws(MoneyOverflow) {
    self[owner] = try self[owner].plus(amount)
  }

  /// Takes other money off owner by owner; throws when a difference leaves 64 bits.
  mutating func subtract(_ other: MoneyMix) throws(MoneyOverflow) {
    for owner in MoneyOwner.allCases { self[owner] = try self[owner].minus(other[owner]) }
  }

  /// A part of it, owner by owner; each is rounded half up.
  func part(_ numerator: Int64, of denominator: Int64) throws(MoneyOverflow) -> MoneyMix {
    var part = MoneyMix()
    for owner in MoneyOwner.allCases { part[owner] = try self[owner].scaled(by: numerator, over: denominator) }
    return part
  }

  /// An amount split as this money is: pro rata, to the minor unit, the parts adding up to the amount.
  ///
  /// The running sums of the owners are rounded half up, so that no part is negative and none is off by more than one
  /// minor unit. Our own part comes first and is off by at most half of one. Where there is no money the amount is
  /// unrecorded.
  public func split(_ amount: Int64) throws(MoneyOverflow) -> MoneyMix {
    let whole = try total()
    if whole <= 0 { return MoneyMix(amount, of: .unrecorded) }
    var mix = MoneyMix()
    var running: Int64 = 0
    var given: Int64 = 0
    for owner in MoneyOwner.allCases {
      running = try running.plus(self[owner])
      let upTo = try amount.scaled(by: running, over: whole)
      mix[owner] = try upTo.minus(given)
      given = upTo
    }
    return mix
  }

  public static func == (left: MoneyMix, right: MoneyMix) -> Bool {
    left.parts == right.parts && left.further == right.further
  }

  public func hash(into hasher: inout Hasher) {
    for owner in MoneyOwner.allCases { hasher.combine(self[owner]) }
  }
}
