import LedgerCore
import Portfolio

/// How others' money stands to ours by its day (METRICS §1), deal by deal.
///
/// Partners of a fund are in the same fund whenever they pay. Money of the same closing lies at most a year from our
/// commitments and payments; what is called so and is not, is of a round before or after ours. Money beside a fund, loans
/// and what companies put in themselves follow our money: what is dated before our first commitment or payment is before
/// ours. What went into a company beside a fund is so before the fund invested in that company.
struct MoneyTiming {
  /// What becomes of money by its day.
  enum Standing {
    /// Before ours: drawn in by something else, and in no multiplier.
    case before
    /// Beside ours, or following it.
    case beside
    /// Called the same closing, but of a round after it.
    case after
  }

  /// By deal id, the days of our money.
  private var own: [OwnDays]
  /// By deal id, first and last day of the same closing; all days where none is known and for funds.
  private var closing: [(from: Day, to: Day)] = []
  /// By deal id, the fund that it is in; none for other deals.
  private let fundOfDeal: [PartyID]
  /// By event, the company that money beside a fund went into.
  private var companyOf: [Int64: PartyID] = [:]
  /// The first day on which a fund invested in a company.
  private var firstInvested: [FundAndCompany: Day] = [:]

  private struct FundAndCompany: Hashable {
    let fund: PartyID
    let company: PartyID
  }

  /// Finds the days of our money among facts that stand; through funds it is there when they invested.
  init(_ facts: [Fact], _ register: Register, hidden reversals: Reversals) {
    own = Array(repeating: OwnDays(), count: register.deals.count + 1)
    fundOfDeal = [.none] + register.deals.map { register.isVehicle($0) ? $0.party : .none }
    var steps: [Step] = []
    let targets = MoneyTiming.dealsOfVehicles(register)
    for fact in facts where fact.commodity == register.baseID {
      switch fact.measure {
      case .committed, .paidFresh, .paidRecycled, .openingSince, .deployed, .besideCompany: break
      default: continue
      }
      guard case let deal = Int(fact.dimensions.deal.rawValue), deal > 0, deal < own.count, !reversals.hides(fact) else {
        continue
      }
      if fact.measure == .besideCompany {
        companyOf[fact.sequence] = fact.dimensions.party
      } else if fact.measure == .deployed {
        if fact.amount > 0 { noteInvestment(fact, by: fundOfDeal[deal]) }
        for target in targets[fact.dimensions.party.rawValue] ?? [] { steps.append(Step(deal, target, fact.day)) }
      } else {
        own[deal].add(fact)
      }
    }
    follow(steps)
    closing = own.map { ($0.isKnown ? $0.closingFrom : .always, $0.isKnown ? $0.closingTo : .never) }
    for deal in register.deals where register.isVehicle(deal) { closing[Int(deal.id.rawValue)] = (.always, .never) }
  }

  private mutating func noteInvestment(_ fact: Fact, by fund: PartyID) {
    let key = FundAndCompany(fund: fund, company: fact.dimensions.party)
    firstInvested[key] = min(firstInvested[key] ?? .never, fact.day)
  }

  /// What a fund put into another one on a day.
  private struct Step {
    let source: Int
    let target: Int
    let day: Day

    init(_ source: Int, _ target: Int, _ day: Day) {
      self.source = source
      self.target = target
      self.day = day
    }
  }

  /// By party id, the deals in which it is a vehicle.
  private static func dealsOfVehicles(_ register: Register) -> [Int32: [Int]] {
    var deals: [Int32: [Int]] = [:]
    for deal in register.deals where !deal.party.isNone && register.isVehicle(deal) {
      deals[deal.party.rawValue, default: []].append(Int(deal.id.rawValue))
    }
    return deals
  }

  /// Follows our money from fund to fund: it arrives with the first investment after it was in the source.
  private mutating func follow(_ steps: [Step]) {
    var isMoving = !steps.isEmpty
    // Days only move to earlier ones, each at most once a step and round.
    while isMoving {
      isMoving = false
      for step in steps where own[step.source].isKnown {
        let day = max(step.day, own[step.source].first)
        if own[step.target].isKnown && own[step.target].first <= day { continue }
        own[step.target].add(day)
        isMoving = true
      }
    }
  }

  /// How money stands to ours by its day and level alone.
  func standing(of fact: Fact) -> Standing {
    let deal = Int(fact.dimensions.deal.rawValue)
    guard deal > 0, deal < own.count else { return .beside }
    switch fact.traits.level {
    case .fund, .later, .earlier: return .beside
    case .round, nil:
      if fact.day < closing[deal].from { return .before }
      // Equity of a bank counts with its loans, which may follow at any time.
      return fact.day > closing[deal].to && fact.traits.contributor != .bank ? .after : .beside
    case .project, .debt:
      if own[deal].isAfter(fact.day) { return .before }
      let fund = fundOfDeal[deal]
      guard !fund.isNone, let company = company(of: fact, besides: fund) else { return .beside }
      // Where the fund never invested nothing of ours was that could have drawn it in.
      return fact.day < firstInvested[FundAndCompany(fund: fund, company: company)] ?? .never ? .before : .beside
    }
  }

  /// The company that the event of a fact names for money beside a fund; none where it names none.
  func companyBeside(_ fact: Fact) -> PartyID { companyOf[fact.sequence] ?? .none }

  /// The company that money beside a fund went into; nil where the event names none.
  private func company(of fact: Fact, besides fund: PartyID) -> PartyID? {
    if fact.measure != .companyOwn { return companyOf[fact.sequence] }
    let party = fact.dimensions.party
    return party.isNone || party == fund ? nil : party
  }
}
