import LedgerCore
import Portfolio

/// Shares that events state: ours in the party of each deal, and those of funds in companies.
struct StatedShares {
  /// One share after the last event that says anything of it.
  struct Share {
    /// The fund that holds it; nil when we do.
    let fund: PartyID?
    let target: PartyID
    let share: Rate
  }

  /// The measures that state shares, and those that say how much is held.
  static let measures = DealPosition.shareMeasures.union([.fundShare])

  /// Ours by party, several deals in one party added up, then those of funds.
  private(set) var all: [Share] = []

  /// Finds the last share of each among facts of one moment; reversed ones do not count.
  init(_ facts: [Fact], _ register: Register) throws(MoneyOverflow) {
    let reversals = Reversals(in: facts)
    let marks = facts.filter { StatedShares.measures.contains($0.measure) && !reversals.hides($0) }
    var ours: [DealID: StatedAmount] = [:]
    var taken: [DealID: TakenPart] = [:]
    var held: [DealID: Int64] = [:]
    var isOutdatedAtNothing: [DealID: Bool] = [:]
    var funds: [DealAndParty: Int64] = [:]
    var order: [DealAndParty] = []
    for fact in marks.sorted(by: { ($0.day, $0.sequence) < ($1.day, $1.sequence) }) {
      switch fact.measure {
      case .shareHeld:
        ours[fact.dimensions.deal] = StatedAmount(fact.amount, on: fact.day)
        // What was sold whole and bought again is a share that nobody stated yet; one stated as nothing may be one of what is held.
        isOutdatedAtNothing[fact.dimensions.deal] = fact.amount > 0 || held[fact.dimensions.deal] ?? 0 <= 0
      case .shareOut, .shareBase, .partOut:
        if fact.measure == .shareOut { ours[fact.dimensions.deal]?.takeOut(fact.amount) }
        taken[fact.dimensions.deal, default: TakenPart()].note(fact.measure, fact.amount)
        if fact.measure == .partOut, let part = taken.removeValue(forKey: fact.dimensions.deal) {
          ours[fact.dimensions.deal]?.retake(part)
        }
      case .costOut, .refunded:
        let cost = try (held[fact.dimensions.deal] ?? 0).minus(fact.amount)
        held[fact.dimensions.deal] = cost
        if cost <= 0 { isOutdatedAtNothing[fact.dimensions.deal] = true }
      case .paidFresh, .paidRecycled, .openingCost, .handedIn, .correctedCost:
        held[fact.dimensions.deal] = try (held[fact.dimensions.deal] ?? 0).plus(fact.amount)
      default:
        let key = DealAndParty(deal: fact.dimensions.deal.rawValue, party: fact.dimensions.party.rawValue)
        if funds[key] == nil { order.append(key) }
        funds[key] = fact.amount
      }
    }
    var byParty: [PartyID: Int64] = [:]
    for deal in register.deals {
      guard let share = ours[deal.id] else { continue }
      if share.left <= 0, held[deal.id] ?? 0 > 0, isOutdatedAtNothing[deal.id] == true { continue }
      byParty[deal.party] = try (byParty[deal.party] ?? 0).plus(max(0, share.left))
    }
    for (party, share) in byParty.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      all.append(Share(fund: nil, target: party, share: Rate(partsPerBillion: share)))
    }
    for key in order {
      let fund = register[DealID(key.deal)].party
      all.append(Share(fund: fund, target: PartyID(key.party), share: Rate(partsPerBillion: funds[key] ?? 0)))
    }
  }
}
