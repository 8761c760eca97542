import LedgerCore

/// An interest in a fund that changed hands (份额转让), as one event records it: who sold to whom what had been paid in.
///
/// The fund gets no money. What the buyer pays goes to the seller, and the price counts nowhere as money in the fund.
public struct InterestSale: Hashable, Sendable {
  /// Who has an interest in a fund.
  public enum Holder: Hashable, Sendable {
    /// We ourselves.
    case us
    /// Another partner, of a class; the party is none where nobody names it.
    case partner(PartyID, ContributorClass)
  }

  /// The event's place in the chain, from 1.
  public let sequence: Int64
  /// The day from which the interest is the buyer's.
  public let day: Day
  /// The deal by which the seller had it, and by which another partner has it from now on.
  public let deal: DealID
  /// The deal by which the buyer has it: another one where we bought by another deal in the same fund.
  public let buyerDeal: DealID
  public let seller: Holder
  public let buyer: Holder
  /// What had been paid into the fund for it; minor units.
  public let paidIn: Int64
  /// What was promised and goes over with it, where the event records it; minor units.
  public let signed: Int64
  /// Whether it was ours and is sold on: what we paid in stays a fact of the past, so that no multiplier changes.
  public let wasOurs: Bool

  /// Whether it is a promise of ours alone, which nothing was paid in for yet.
  var isPromise: Bool { wasOurs && paidIn == 0 && signed > 0 }
}
