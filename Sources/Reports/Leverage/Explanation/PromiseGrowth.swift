import LedgerCore
import Portfolio

/// By how much each fact raised what is promised: the greater of signed and paid, of what is announced too the greatest.
///
/// A year, or an envelope, has what the promise grew by in it. Taken fact by fact in the same order the steps add up to that, so
/// that each group has its composition on the committed basis too. One event may have several facts of a deal, as when a partner
/// sells to another: each fact has its own step.
struct PromiseGrowth {
  private var own: [Fact: Int64] = [:]
  private var committed: [Fact: Int64] = [:]
  private var announced: [Fact: Int64] = [:]

  /// Works out the steps by facts of one moment, in the order of the numbers of the groups.
  init(
    _ view: LeverageView, _ facts: [Fact], hidden reversals: Reversals, _ base: CommodityID, _ policy: LeveragePolicy
  ) throws(MoneyOverflow) {
    func stands(_ fact: Fact) -> Bool {
      fact.commodity == base && view.vehicles.knows(fact.dimensions.deal.rawValue) && !reversals.hides(fact)
    }
    let ordered = facts.enumerated().filter { stands($0.element) }
      .map { (number: view.fold.year(of: $0.element), place: $0.offset) }
      .sorted { ($0.number, $0.place) < ($1.number, $1.place) }
    var sums: [Int32: OwnMoney] = [:]
    var parts: [MoneyClaim.Key: MoneyClaim.Part] = [:]
    for (_, place) in ordered {
      let fact = facts[place]
      switch fact.measure {
      case .committed, .paidFresh, .openingPaid, .paidRecycled, .refunded, .correctedCash:
        let deal = fact.dimensions.deal.rawValue
        var sum = sums[deal] ?? OwnMoney(deal: deal, year: 0)
        let before = policy.countsRecycled ? try sum.committedBasis() : try sum.committedFreshBasis()
        try sum.add(fact)
        let after = policy.countsRecycled ? try sum.committedBasis() : try sum.committedFreshBasis()
        sums[deal] = sum
        own[fact] = try (own[fact] ?? 0).plus(after).minus(before)
      case .contributed, .announced: try add(fact, view, &parts)
      default: break
      }
    }
  }

  private mutating func add(
    _ fact: Fact, _ view: LeverageView, _ parts: inout [MoneyClaim.Key: MoneyClaim.Part]
  ) throws(MoneyOverflow) {
    guard !fact.traits.isSecondary, let role = view.fold.role(ofEquity: fact), role == .partner,
      let claim = view.fold.claims.claim(of: fact, role)
    else { return }
    var counted = fact
    if fact.traits.stage == .returned {
      counted.amount = 0 - (view.fold.returned(by: fact)?.paid ?? 0)
    } else {
      if view.fold.standing(of: fact) != .beside || view.fold.timing.isOfItself(fact) { return }
      counted.amount = view.fold.ofClosing(fact)
    }
    var part = parts[claim.key] ?? MoneyClaim.Part(year: 0, next: -1)
    let before = (max(part.signed, part.paid), max(part.announced, part.signed, part.paid))
    try part.add(counted)
    parts[claim.key] = part
    committed[fact] = try max(part.signed, part.paid).minus(before.0)
    announced[fact] = try max(part.announced, part.signed, part.paid).minus(before.1)
  }

  /// What a fact of ours raised what is committed on its deal by; nil for other facts.
  func own(_ fact: Fact) -> Int64? { own[fact] }

  /// What others' money raised what is signed or paid by.
  func committed(_ fact: Fact) -> Int64 { committed[fact] ?? 0 }

  /// The same of what is announced, signed or paid.
  func announced(_ fact: Fact) -> Int64 { announced[fact] ?? 0 }
}

extension MoneyClaim.Key: Hashable {
  func hash(into hasher: inout Hasher) { hasher.combine(mixed) }
}
