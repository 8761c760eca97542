/// A small integer that stands for a name in a book: interned once, compared and hashed cheaply ever after.
///
/// Raw value 0 means "none", so that a dimension that does not apply needs no optional.
@frozen
public struct EntityID<Kind>: Hashable, Comparable, Sendable {
  /// The number in the table of names; 0 for none.
  public let rawValue: Int32

  @inlinable
  public init(_ rawValue: Int32) { self.rawValue = rawValue }

  /// The id that stands for no entity.
  @inlinable
  public static var none: Self { Self(0) }

  /// Whether this id stands for no entity.
  @inlinable
  public var isNone: Bool { rawValue == 0 }

  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Tags that keep ids of different kinds apart at compile time.
public enum EntityTag {
  /// Tag of accounts.
  public enum Account: Sendable {}
  /// Tag of commodities.
  public enum Commodity: Sendable {}
  /// Tag of programmes.
  public enum Programme: Sendable {}
  /// Tag of envelopes.
  public enum Envelope: Sendable {}
  /// Tag of deals.
  public enum Deal: Sendable {}
  /// Tag of parties.
  public enum Party: Sendable {}
}

/// The id of an account (科目).
public typealias AccountID = EntityID<EntityTag.Account>
/// The id of a currency or unit.
public typealias CommodityID = EntityID<EntityTag.Commodity>
/// The id of a programme (专项).
public typealias ProgrammeID = EntityID<EntityTag.Programme>
/// The id of a budget envelope (指标).
public typealias EnvelopeID = EntityID<EntityTag.Envelope>
/// The id of a deal (项目).
public typealias DealID = EntityID<EntityTag.Deal>
/// The id of a party (单位).
public typealias PartyID = EntityID<EntityTag.Party>
