import LedgerCore

/// Positions of the deals and envelopes that were touched, loaded from stored facts at first touch.
public final class Positions {
  private var deals: [DealID: DealPosition] = [:]
  private var envelopes: [EnvelopeID: EnvelopePosition] = [:]
  private var envelopeLevels: [EnvelopeID: EnvelopeLevels] = [:]
  private var pools: [ProgrammeID: RecycledPool] = [:]
  private var pledges: [ProgrammeID: ProgrammePledges] = [:]
  private var gross: GrossTotals?
  private var matched: MatchIndex?
  private var planned: PlanIndex?
  private var planEvents: [Int64: Event] = [:]
  private let stored: any FactStore

  /// Positions over the facts of a store, which must hand out what was recorded.
  public init(_ stored: any FactStore) { self.stored = stored }

  /// How a deal stands.
  public func deal(_ id: DealID) throws(Diagnostic) -> DealPosition {
    if let known = deals[id] { return known }
    var position = DealPosition()
    try fold(try stored.facts(ofDeal: id)) { fact throws(MoneyOverflow) in try position.apply(fact) }
    deals[id] = position
    return position
  }

  /// All that is recorded about a deal, read from the store: for what is seldom asked and not worth keeping folded.
  func facts(of deal: DealID) throws(Diagnostic) -> [Fact] { try stored.facts(ofDeal: deal) }

  /// What is recorded about some deals in one commodity and stands: what was reversed, and what reverses it, left out.
  func standingFacts(of deals: [Deal], _ commodity: CommodityID) throws(Diagnostic) -> [Fact] {
    var facts: [Fact] = []
    for deal in deals { facts += try self.facts(of: deal.id).filter { $0.commodity == commodity } }
    return facts.standing
  }

  /// How an envelope stands.
  public func envelope(_ id: EnvelopeID) throws(Diagnostic) -> EnvelopePosition {
    if let known = envelopes[id] { return known }
    var position = EnvelopePosition()
    try fold(try stored.facts(ofEnvelope: id)) { fact throws(MoneyOverflow) in try position.apply(fact) }
    envelopes[id] = position
    return position
  }

  /// What of an envelope may not sink below zero beside what its position says.
  func levels(of envelope: EnvelopeID) throws(Diagnostic) -> EnvelopeLevels {
    if let known = envelopeLevels[envelope] { return known }
    var levels = EnvelopeLevels()
    for fact in try stored.facts(ofEnvelope: envelope) { levels.apply(fact) }
    envelopeLevels[envelope] = levels
    return levels
  }

  /// How the recovered money of a programme stands.
  public func pool(_ id: ProgrammeID) throws(Diagnostic) -> RecycledPool {
    if let known = pools[id] { return known }
    var position = RecycledPool()
    try fold(try stored.facts(ofProgramme: id, RecycledPool.measures)) { fact throws(MoneyOverflow) in try position.apply(fact) }
    pools[id] = position
    return position
  }

  /// What is pledged on later years of a programme.
  public func pledges(_ id: ProgrammeID) throws(Diagnostic) -> ProgrammePledges {
    if let known = pledges[id] { return known }
    var position = ProgrammePledges()
    try fold(try stored.facts(ofProgramme: id, ProgrammePledges.measures)) { fact throws(MoneyOverflow) in
      try position.apply(fact)
    }
    pledges[id] = position
    return position
  }

  /// Which lines of statements and which events are matched.
  func matches() throws(Diagnostic) -> MatchIndex {
    if let known = matched { return known }
    var index = MatchIndex()
    // Most books have no statements, and looking for them takes a look at all facts.
    let totals: GrossTotals
    if let gross { totals = gross } else { totals = try stored.grossTotals() }
    if totals[.matchedLine] != 0 || totals[.matchedEvent] != 0 {
      for fact in try stored.facts(of: MatchIndex.measures) { index.apply(fact) }
    }
    matched = index
    return index
  }

  /// Which events state the plans of each year.
  func plans() throws(Diagnostic) -> PlanIndex {
    if let known = planned { return known }
    var index = PlanIndex()
    let totals: GrossTotals
    if let gross { totals = gross } else { totals = try stored.grossTotals() }
    if totals[.planned] != 0 {
      for fact in try stored.facts(of: PlanIndex.measures) { index.apply(fact) }
    }
    planned = index
    return index
  }

  /// An event of a plan, looked up once.
  func planEvent(_ sequence: Int64, in history: any EventHistory) throws(Diagnostic) -> Event? {
    if let known = planEvents[sequence] { return known }
    let event = try history.stated("#\(sequence)")?.event
    planEvents[sequence] = event
    return event
  }

  /// Forgets the positions that facts touch, so that they are folded again from what the store holds.
  func forget(_ facts: [Fact]) {
    for fact in facts {
      deals[fact.dimensions.deal] = nil
      envelopes[fact.dimensions.envelope] = nil
      envelopeLevels[fact.dimensions.envelope] = nil
      pools[fact.dimensions.programme] = nil
      pledges[fact.dimensions.programme] = nil
      if fact.measure.isOfStatements { matched = nil }
      if fact.measure == .planned { (planned, planEvents) = (nil, [:]) }
    }
  }

  /// Takes the facts of a recorded event into every position; call it only after all checks have passed.
  ///
  /// When it throws, some of the positions may hold the facts and some not: `forget` them.
  func apply(_ facts: [Fact]) throws(Diagnostic) {
    if facts.isEmpty { return }
    var gross: GrossTotals
    if let known = self.gross { gross = known } else { gross = try stored.grossTotals() }
    // One owner, so that adding copies nothing; after a refusal the store is asked again.
    self.gross = nil
    try fold(facts) { fact throws(MoneyOverflow) in try gross.add(fact) }
    for fact in facts where fact.measure.isOfStatements { matched?.apply(fact) }
    for fact in facts where fact.measure == .planned { planned?.apply(fact) }
    try fold(facts) { fact throws(MoneyOverflow) in
      let dimensions = fact.dimensions
      if !dimensions.deal.isNone { try deals[dimensions.deal]?.apply(fact) }
      if !dimensions.envelope.isNone {
        try envelopes[dimensions.envelope]?.apply(fact)
        envelopeLevels[dimensions.envelope]?.apply(fact)
      }
      if !dimensions.programme.isNone {
        try pools[dimensions.programme]?.apply(fact)
        try pledges[dimensions.programme]?.apply(fact)
      }
    }
    self.gross = gross
  }

  private func fold(_ facts: [Fact], _ body: (Fact) throws(MoneyOverflow) -> Void) throws(Diagnostic) {
    for fact in facts {
      do throws(MoneyOverflow) { try body(fact) } catch {
        throw Diagnostic.sumOverflow
      }
    }
  }
}

extension [Fact] {
  /// The facts without those of events that others among them reverse, and without these.
  var standing: [Fact] {
    let reversed = Set(compactMap { $0.reverses == 0 ? nil : $0.reverses })
    return reversed.isEmpty ? self : filter { $0.reverses == 0 && !reversed.contains($0.sequence) }
  }
}
