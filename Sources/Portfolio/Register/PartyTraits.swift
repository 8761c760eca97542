import LedgerCore

/// What an event says of a party from a day on: a company grows, moves, and districts get other codes.
struct PartyTraits: Hashable, Sendable {
  /// The day of the event; `always` for an undated one.
  let from: Day
  /// The region, nil when the event says nothing of it; likewise the others.
  let region: String?
  let industry: String?
  let stage: String?
}

extension Register {
  /// A party with region, industry and stage as they were on a day; the first that were said where none were yet.
  public func party(_ id: PartyID, on day: Day) -> Party {
    var party = self[id]
    guard let traits = traitsOfParty[id] else { return party }
    func value(_ field: KeyPath<PartyTraits, String?>) -> String {
      let said = traits.filter { $0[keyPath: field] != nil }
      return (said.last { $0.from <= day } ?? said.first)?[keyPath: field] ?? ""
    }
    (party.region, party.industry, party.stage) = (value(\.region), value(\.industry), value(\.stage))
    return party
  }

  /// Enters a party, or what is newly said of a known one from a day on.
  ///
  /// Whatever the order of recording, the register shows what the last day says.
  @discardableResult
  func declare(_ party: Party, saying traits: PartyTraits) -> PartyID {
    let known = self.party(named: party.name)
    let id = declare(party)
    // Most parties are described once and for all.
    if known == nil && traits.from == .always { return id }
    var all = traitsOfParty[id] ?? known.map { [PartyTraits(of: $0)] } ?? []
    let place = all.firstIndex { $0.from > traits.from } ?? all.count
    all.insert(traits, at: place)
    traitsOfParty[id] = all
    return declare(self.party(id, on: .never))
  }
}

extension PartyTraits {
  /// What an undated event said of a party before anything else was.
  fileprivate init(of party: Party) {
    func said(_ text: String) -> String? { text.isEmpty ? nil : text }
    self.init(from: .always, region: said(party.region), industry: said(party.industry), stage: said(party.stage))
  }
}
