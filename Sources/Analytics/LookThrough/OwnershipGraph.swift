import LedgerCore

/// Funds, sub-funds and companies, with who put money into which of them, and when.
///
/// A plain list of dated facts: `LookThrough` works out from them, for a day, whose money arrived where.
public struct OwnershipGraph: Sendable {
  /// How what an entity invests is traced to those who put money into it.
  public enum Tracing: Sendable {
    /// By what each of them has in it.
    case proRata
    /// By what is agreed for each investment; our money is in no other.
    case designated
  }

  /// A fund or a company.
  public struct Entity: Sendable {
    /// What findings call it.
    public var name: String
    /// Whether it passes money on; a company is where money ends.
    public var isVehicle: Bool
    /// How what it invests is traced.
    public var tracing: Tracing
  }

  /// By number, from 0.
  public private(set) var entities: [Entity] = []
  /// In the order in which they were added.
  public private(set) var links: [OwnershipLink] = []

  /// A graph of nothing.
  public init() {}

  /// Adds a fund or a company.
  ///
  /// - Returns: its number.
  public mutating func addEntity(_ name: String, isVehicle: Bool, tracing: Tracing = .proRata) -> Int {
    entities.append(Entity(name: name, isVehicle: isVehicle, tracing: tracing))
    return entities.count - 1
  }

  /// Adds a dated fact; one about an entity that is not there says nothing.
  public mutating func add(_ link: OwnershipLink) {
    guard entities.indices.contains(link.target) else { return }
    if case .entity(let source) = link.source, !entities.indices.contains(source) { return }
    switch link.kind {
    case .transfer(.entity(let buyer)), .sale(.entity(let buyer)): guard entities.indices.contains(buyer) else { return }
    default: break
    }
    links.append(link)
  }
}
