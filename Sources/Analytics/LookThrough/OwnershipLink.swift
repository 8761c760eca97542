import LedgerCore

/// One dated fact about who put money into what.
public struct OwnershipLink: Hashable, Sendable {
  /// Where money comes from: an entity of the graph, or somebody outside it.
  public enum Source: Hashable, Sendable {
    /// An entity by its number.
    case entity(Int)
    /// Somebody outside, of whom only the class counts.
    case outside(MoneyOwner)
  }

  /// What happened.
  public enum Kind: Hashable, Sendable {
    /// Promised (认缴).
    case subscription
    /// Paid in (实缴), or invested by a fund.
    case call
    /// Paid in, with what of it is our own by agreement.
    case designatedCall(own: Int64)
    /// Given back to the source.
    case distribution
    /// What the source had in the target goes to another one, at what was paid for it in the beginning.
    case transfer(to: Source)
    /// The share that the source holds after this day, as after a dilution; the amount says nothing.
    case stake(Rate)
  }

  /// The day on which it happened.
  public var day: Day
  /// Whose money it is.
  public var source: Source
  /// The entity that the money goes into.
  public var target: Int
  /// What happened.
  public var kind: Kind
  /// Minor units, not negative.
  public var amount: Int64

  /// A dated fact.
  public init(_ kind: Kind, day: Day = .always, from source: Source, to target: Int, _ amount: Int64 = 0) {
    self.day = day
    self.source = source
    self.target = target
    self.kind = kind
    self.amount = amount
  }
}
