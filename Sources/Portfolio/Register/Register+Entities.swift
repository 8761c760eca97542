import LedgerCore

extension Register {
  /// The programme with a name, or nil.
  public func programme(named name: String) -> Programme? {
    programmeNames.find(name).map { programmes[Int($0) - 1] }
  }

  /// The envelope with a name, or nil.
  public func envelope(named name: String) -> Envelope? {
    envelopeNames.find(name).map { envelopes[Int($0) - 1] }
  }

  /// The deal with a name, or nil.
  public func deal(named name: String) -> Deal? {
    dealNames.find(name).map { deals[Int($0) - 1] }
  }

  /// The deals in a company or fund, in the order in which they were declared.
  public func deals(in party: PartyID) -> [Deal] {
    party.isNone ? [] : (dealsOfParty[party] ?? []).map { self[$0] }
  }

  /// The party with a name, or nil.
  public func party(named name: String) -> Party? {
    partyNames.find(name).map { parties[Int($0) - 1] }
  }

  /// The id of what the bytes of a name stand for, or nil when nothing of the kind has it; an account gets one now.
  public func id(of kind: EntityKind, named name: UnsafeBufferPointer<UInt8>) -> Int32? {
    switch kind {
    case .account: accountID(name).rawValue
    case .commodity: commodity(name)?.rawValue
    case .programme: programmeNames.find(name)
    case .envelope: envelopeNames.find(name)
    case .deal: dealNames.find(name)
    case .party: partyNames.find(name)
    }
  }

  /// Enters a programme, or what is newly said of a known one.
  @discardableResult
  func declare(_ programme: Programme) -> ProgrammeID {
    var programme = programme
    programme.id = ProgrammeID(programmeNames.intern(programme.name))
    let index = Int(programme.id.rawValue) - 1
    if index == programmes.count { programmes.append(programme) } else { programmes[index] = programme }
    return programme.id
  }

  /// Enters an envelope; a known one keeps its id.
  @discardableResult
  func declare(_ envelope: Envelope) -> EnvelopeID {
    var envelope = envelope
    envelope.id = EnvelopeID(envelopeNames.intern(envelope.name))
    let index = Int(envelope.id.rawValue) - 1
    if index == envelopes.count { envelopes.append(envelope) } else { envelopes[index] = envelope }
    return envelope.id
  }

  /// Enters a deal, or what is newly said of a known one.
  @discardableResult
  func declare(_ deal: Deal) -> DealID {
    var deal = deal
    deal.id = DealID(dealNames.intern(deal.name))
    let index = Int(deal.id.rawValue) - 1
    let former = index < deals.count ? deals[index].party : nil
    if index == deals.count { deals.append(deal) } else { deals[index] = deal }
    if former == deal.party { return deal.id }
    if let former { dealsOfParty[former]?.removeAll { $0 == deal.id } }
    dealsOfParty[deal.party, default: []].append(deal.id)
    return deal.id
  }

  /// Enters a party, or what is newly said of a known one.
  @discardableResult
  func declare(_ party: Party) -> PartyID {
    var party = party
    party.id = PartyID(partyNames.intern(party.name))
    let index = Int(party.id.rawValue) - 1
    if index == parties.count { parties.append(party) } else { parties[index] = party }
    return party.id
  }

  /// The names of a list that commas of either kind separate.
  static func names(in list: String) -> [String] {
    list.split { ",，、;；".contains($0) }.map { $0.drop { $0 == " " } }
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }.filter { !$0.isEmpty }
  }

  /// Splits `2022/拨改投` (or `2022/拨改投/重点`) into year and programme name; nil when it has no such shape.
  public static func envelopeParts(of name: String) -> (year: Int, programme: String)? {
    let parts = name.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2, let year = Int(parts[0]), Day.years.contains(year), !parts[1].isEmpty else { return nil }
    return (year, String(parts[1]))
  }
}
