/// A small integer that stands for a name in a book: interned once, compared and hashed cheaply ever after.
///
/// Raw value 0 means "none", so that a dimension that does not apply needs no optional.
@frozen
public struct EntityID<Kind>: Hashable, Comparable, Sendable {
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
  public enum Account: Sendable {}
  public enum Commodity: Sendable {}
  public enum Programme: Sendable {}
  public enum Envelope: Sendable {}
  public enum Deal: Sendable {}
  public enum Party: Sendable {}
}

public typealias AccountID = EntityID<EntityTag.Account>
public typealias CommodityID = EntityID<EntityTag.Commodity>
public typealias ProgrammeID = EntityID<EntityTag.Programme>
public typealias EnvelopeID = EntityID<EntityTag.Envelope>
public typealias DealID = EntityID<EntityTag.Deal>
public typealias PartyID = EntityID<EntityTag.Party>
