/// What a posting or fact is about, beside its account: the auxiliary accounting (辅助核算) of the field.
///
/// `.none` in a member means that the dimension does not apply.
@frozen
public struct Dimensions: Hashable, Sendable {
  public var programme: ProgrammeID
  public var envelope: EnvelopeID
  public var deal: DealID
  public var party: PartyID
  public var holder: PartyID

  @inlinable
  public init(
    programme: ProgrammeID = .none, envelope: EnvelopeID = .none, deal: DealID = .none, party: PartyID = .none,
    holder: PartyID = .none
  ) {
    self.programme = programme
    self.envelope = envelope
    self.deal = deal
    self.party = party
    self.holder = holder
  }

  /// No dimension at all.
  public static let none = Dimensions()
}
