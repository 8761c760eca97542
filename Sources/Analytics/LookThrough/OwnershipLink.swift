import LedgerCore

/// One dated fact about who put money into what.
public struct OwnershipLink: Hashable, Sendable {
  /// Where money comes from: an entity of the graph, or somebody outside it.
  public enum Source: Hashable, Sendable {
    /// An entity by its number.
    case entity(Int)
    /// Somebody outside. Only the class counts, but of those who sell each is told apart, by a number of the caller's.
    case outside(MoneyOwner, partner: Int32 = 0)

    /// Whether it is us, with fresh money or with what was invested again.
    var isOurs: Bool { if case .outside(let owner, _) = self { owner.isOurs } else { false } }
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
    /// Of what the source put into the target this amount goes to another one, at what was paid in in the beginning;
    /// all of it when the amount is 0. What the target invests afterwards is the buyer's.
    case transfer(to: Source)
    /// As a transfer, but what the source put in stays as a fact of the past: only its interest goes to another one.
    case sale(to: Source)
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
  /// What a fund invested before our money was in it: others' money went on then, but ours did not draw it in.
  public var isBeforeOurs = false

  /// A dated fact.
  public init(_ kind: Kind, day: Day = .always, from source: Source, to target: Int, _ amount: Int64 = 0) {
    self.day = day
    self.source = source
    self.target = target
    self.kind = kind
    self.amount = amount
  }
}
