import LedgerCore

/// One payment into a deal and what is left of it: the unit that an exit price is reckoned by. Minor units.
public struct Instalment: Hashable, Sendable {
  /// The place in the chain of the event that paid it.
  public var event: Int64
  /// The day on which it was paid.
  public var day: Day
  /// The envelope that paid it; none for recovered money and for what was there before the books began.
  public var envelope: EnvelopeID
  /// What is left of it, at cost.
  public var principal: Int64
  /// Dividends received on what is left of it.
  public var dividends: Int64 = 0

  public init(event: Int64, day: Day, envelope: EnvelopeID = .none, principal: Int64, dividends: Int64 = 0) {
    self.event = event
    self.day = day
    self.envelope = envelope
    self.principal = principal
    self.dividends = dividends
  }
}
