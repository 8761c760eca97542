/// What a posting or fact is about, beside its account: the auxiliary accounting (辅助核算) of the field.
///
/// `.none` in a member means that the dimension does not apply.
@frozen
public struct Dimensions: Hashable, Sendable {
  /// The programme that the money was given under.
  public var programme: ProgrammeID
  /// The budget envelope (指标) that pays.
  public var envelope: EnvelopeID
  /// The investment in a company or fund.
  public var deal: DealID
  /// The other side: company, fund, co-investor, bank.
  public var party: PartyID
  /// Who holds the shares for the treasury (受托管理机构).
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

  /// Whether these are the same as others in each member that is not `.none` there.
  public func agree(with others: Dimensions) -> Bool {
    if others == .none { return true }
    return (others.programme.isNone || programme == others.programme)
      && (others.envelope.isNone || envelope == others.envelope) && (others.deal.isNone || deal == others.deal)
      && (others.party.isNone || party == others.party) && (others.holder.isNone || holder == others.holder)
  }

  /// No dimension at all.
  public static let none = Dimensions()
}
