import LedgerCore
import Portfolio

/// How others' money, and what funds invested, stands to ours by its day (METRICS §1).
///
/// Partners of a fund are in the same fund whenever they pay. Money of the same closing in a company, or in a holder that
/// capital was injected into, lies at most a year from a closing of ours (`OwnClosings`); what is called so and is not, is of
/// a round before or after ours. Money beside a fund, loans
/// and what companies put in themselves follow our money, as what a fund invested does: what is dated before our money was
/// there is before ours. In a fund it is there from our first commitment or payment on any deal in it, or from the first
/// investment of a fund that it had reached, or from the day on which it settled one that had been made before; in a company
/// likewise. What went into a company beside a fund is before ours
/// until that fund invested in the company.
struct MoneyTiming {
  /// What becomes of money by its day.
  enum Standing {
    /// Before ours: drawn in by something else, and in no multiplier.
    case before
    /// Beside ours, or following it.
    case beside
    /// In a company, in the same closing as a fund of ours, not as what we put in straight.
    case besideFund
    /// Called the same closing, but of a round after it.
    case after
  }

  /// Which deals are in the same fund.
  let units: FundUnits
  /// By the deal that stands for a fund, and by deals in companies, the days of our money.
  var own: [OwnDays]
  /// By party id, the days on which our money came into a company through funds.
  var through: [OwnDays]
  /// By party id, those and the days on which it came straight, on any deal.
  private var company: [OwnDays]
  /// By deal id, first and last day of the same closing; all days where none is known.
  var closing: [OwnClosings.Window] = []
  /// By deal id, the closings of a deal between which a day may be of none.
  var closings: [Int: OwnClosings] = [:]
  /// By party id, those of funds of ours in a company.
  var closingsThrough: [Int: OwnClosings] = [:]
  /// What funds put into others before our money was in them, and our money settled.
  private(set) var settled: [SettledInvestments.Arrival] = []
  /// How many facts may make claims of others: for how many memory is wanted.
  private(set) var claimCount = 0
  /// By event, the company that money beside a fund went into.
  private var companyOf: [Int64: PartyID] = [:]
  /// The first day on which a fund that our money had reached invested in a company.
  private var firstInvested: [FundAndCompany: Day] = [:]

  private struct FundAndCompany: Hashable {
    let fund: Int
    let company: PartyID
  }

  /// What a fund put into a company or into another fund on a day.
  struct Investment {
    let fund: Int
    let target: PartyID
    let day: Day
  }

  /// Finds the days of our money among facts that stand; through funds it is there when they invested.
  init(_ facts: [Fact], _ register: Register, hidden reversals: Reversals) throws(MoneyOverflow) {
    units = FundUnits(register)
    own = Array(repeating: OwnDays(), count: units.count)
    through = Array(repeating: OwnDays(), count: register.parties.count + 1)
    company = through
    var investments: [Investment] = []
    var namesCompanies = false
    for fact in facts where fact.commodity == register.baseID {
      switch fact.measure {
      case .committed, .paidFresh, .paidRecycled, .openingSince, .deployed, .besideCompany, .companyOwn: break
      case .contributed:
        claimCount += 1
        if units.fund(fact.dimensions.party) == 0 { continue }
      default: continue
      }
      guard case let deal = Int(fact.dimensions.deal.rawValue), deal > 0, deal < units.count, !reversals.hides(fact) else {
        continue
      }
      switch fact.measure {
      case .besideCompany:
        companyOf[fact.sequence] = fact.dimensions.party
        namesCompanies = true
      case .companyOwn: namesCompanies = namesCompanies || units.isVehicle[deal]
      case .deployed, .contributed:
        if let investment = investment(fact, on: deal) { investments.append(investment) }
      default: own[units[deal]].add(fact)
      }
    }
    follow(investments)
    try settle(investments, facts, register, hidden: reversals)
    noteCompanies(investments, namesCompanies: namesCompanies)
    closing = units.parties.indices.map { deal in
      let nearest = nearest(to: deal)
      return nearest.isKnown ? (nearest.closingFrom, nearest.closingTo) : (.always, .never)
    }
    noteClosings(facts, investments, register.baseID, hidden: reversals)
  }

  /// The days that money called the same closing is held against: of our money in the deal, else in the company.
  func nearest(to deal: Int) -> OwnDays {
    let (days, party) = (own[units[deal]], Int(units.parties[deal].rawValue))
    return days.isKnown || units.isVehicle[deal] || party == 0 ? days : company[party]
  }

  /// Finds what our money settled of what funds had put into others before: it is there from that day on.
  private mutating func settle(
    _ investments: [Investment], _ facts: [Fact], _ register: Register, hidden reversals: Reversals
  ) throws(MoneyOverflow) {
    let isEarly = investments.contains {
      units.fund($0.target) > 0 && own[$0.fund].isKnown && !holdsOurs($0.fund, on: $0.day)
    }
    if !isEarly { return }
    settled = try SettledInvestments(facts, register, units, hidden: reversals).arrivals
      .filter { !holdsOurs($0.fund, on: $0.invested) }
    for arrival in settled { own[units.fund(arrival.target)].add(arrival.day) }
    follow(investments)
  }

  /// What a fund put into a company, as the fund's deal or the company's records it.
  private func investment(_ fact: Fact, on deal: Int) -> Investment? {
    let party = fact.dimensions.party
    if fact.amount <= 0 { return nil }
    if fact.measure == .deployed {
      guard !party.isNone, through.indices.contains(Int(party.rawValue)) else { return nil }
      return Investment(fund: units[deal], target: party, day: fact.day)
    }
    let (traits, target) = (fact.traits, units.parties[deal])
    guard traits.stage == .paid, !target.isNone, target != party,
      units.role(of: fact) == .partner || traits.level == .later && !traits.isSecondary
    else { return nil }
    return Investment(fund: units.fund(party), target: target, day: fact.day)
  }

  /// Follows our money from fund to fund: it arrives with the first investment after it was in the source.
  private mutating func follow(_ investments: [Investment]) {
    let steps = investments.filter { units.fund($0.target) > 0 }
    var isMoving = !steps.isEmpty
    // Days only move to earlier ones, each at most once a step and round.
    while isMoving {
      isMoving = false
      for step in steps where holdsOurs(step.fund, on: step.day) {
        let target = units.fund(step.target)
        if own[target].isKnown && own[target].first <= step.day { continue }
        own[target].add(step.day)
        isMoving = true
      }
    }
    for step in steps where holdsOurs(step.fund, on: step.day) { own[units.fund(step.target)].add(step.day) }
  }

  /// Notes when our money came into companies, straight and through funds.
  private mutating func noteCompanies(_ investments: [Investment], namesCompanies: Bool) {
    for investment in investments where holdsOurs(investment.fund, on: investment.day) {
      through[Int(investment.target.rawValue)].add(investment.day)
      if !namesCompanies { continue }
      let key = FundAndCompany(fund: investment.fund, company: investment.target)
      firstInvested[key] = min(firstInvested[key] ?? .never, investment.day)
    }
    company = through
    for deal in units.parties.indices where own[deal].isKnown && !units.isVehicle[deal] {
      company[Int(units.parties[deal].rawValue)].add(own[deal])
    }
  }

  /// Whether our money was in a fund on a day.
  func holdsOurs(_ fund: Int, on day: Day) -> Bool { own[fund].isKnown && own[fund].first <= day }

  /// How money stands to ours by its day and level alone.
  func standing(of fact: Fact) -> Standing {
    let deal = Int(fact.dimensions.deal.rawValue)
    guard deal > 0, deal < units.count else { return .beside }
    let unit = units[deal]
    if fact.measure == .deployed { return own[unit].isAfter(fact.day) ? .before : .beside }
    if let fund = ownFund(paying: fact), fund != unit { return own[fund].isAfter(fact.day) ? .before : .beside }
    switch fact.traits.level {
    case .fund, .later, .earlier: return .beside
    case .round where units.isFund[deal], nil where units.isFund[deal]: return .beside
    case .round, nil: return ofClosing(fact, deal)
    case .project, .debt:
      if !units.isVehicle[deal] {
        let party = Int(units.parties[deal].rawValue)
        return (party > 0 ? company[party] : own[deal]).isAfter(fact.day) ? .before : .beside
      }
      if own[unit].isAfter(fact.day) { return .before }
      guard own[unit].isKnown, let company = company(of: fact, besides: units.parties[deal]) else { return .beside }
      // Where the fund never invested nothing of ours was that could have drawn it in.
      return fact.day < firstInvested[FundAndCompany(fund: unit, company: company)] ?? .never ? .before : .beside
    }
  }

  /// How money stands that is called the same closing.
  private func ofClosing(_ fact: Fact, _ deal: Int) -> Standing {
    let (from, to) = closing[deal]
    if from <= fact.day && fact.day <= to && isOfClosing(fact.day, closings, deal) { return .beside }
    let party = Int(units.parties[deal].rawValue)
    let days = units.isVehicle[deal] ? OwnDays() : through[party]
    if days.isKnown && days.isClosing(fact.day) && isOfClosing(fact.day, closingsThrough, party) { return .besideFund }
    if fact.day < from && !(days.isKnown && days.closingTo < fact.day) { return .before }
    return .after
  }

  /// The fund that our money is in and that paid a contribution; a level says nothing of such money, since its day does.
  private func ownFund(paying fact: Fact) -> Int? {
    guard fact.measure == .contributed, case let fund = units.fund(fact.dimensions.party), fund > 0, own[fund].isKnown else {
      return nil
    }
    switch fact.traits.level {
    case .fund, .round, .later, nil: return fund
    case .project, .debt, .earlier: return nil
    }
  }

  /// Whether our money settled what a fact says that a fund had put into another one before.
  func isSettled(_ fact: Fact) -> Bool { !settled.isEmpty && settled.contains { $0.event == fact.sequence } }

  /// The company that the event of a fact names for money beside a fund; none where it names none.
  func companyBeside(_ fact: Fact) -> PartyID { companyOf[fact.sequence] ?? .none }

  /// The company that money beside a fund went into; nil where the event names none.
  private func company(of fact: Fact, besides fund: PartyID) -> PartyID? {
    if fact.measure != .companyOwn { return companyOf[fact.sequence] }
    let party = fact.dimensions.party
    return party.isNone || party == fund ? nil : party
  }
}
