import LedgerCore
import Portfolio

/// The first pass of the multipliers: facts summed by deal and by party, in one pass over them.
///
/// What counts is decided afterwards, by `LeverageView`, when it is known which funds are our own vehicles.
struct LeverageFold {
  /// The measures that the multipliers are made of.
  static let measures: Set<Measure> = [
    .committed, .paidFresh, .paidRecycled, .refunded, .correctedCash, .openingPaid, .openingSince, .contributed, .lent,
    .deployed, .announced, .companyOwn, .reinvested, .designated, .costOut, .soldTo, .soldOn,
  ]

  /// By what the money of a deal is kept apart; years and envelopes are told by one number each.
  let split: MoneySplit
  /// Our own money by deal, each year by itself when years are kept apart.
  private(set) var own: [OwnMoney] = []
  /// What others put in, lent, and what funds of ours invested.
  var claims: ClaimTable
  /// Others' money of later rounds, one by one, since its day decides whether it counts.
  var later: [LaterMoney] = []
  /// What happened to money in funds.
  private(set) var funds: FundFacts
  /// By the deal that stands for a fund, and by deals in companies, the number of the day of our first payment;
  /// `Int32.max` where nothing is paid.
  private(set) var firstPaid: [Int32]
  /// Facts in other commodities than the base one, which no ratio may mix in.
  private(set) var foreignCount = 0
  /// How others' money stands to ours by its day.
  let timing: MoneyTiming
  /// By event, how much of money called the same closing its day puts into a round after it; minor units.
  var afterClosing: [Int64: Int64] = [:]
  /// What went back, by the event and the deal.
  var returned: [EventOnDeal: ReturnedMoney] = [:]
  /// Paid, lent or put in by companies before ours, and so in no multiplier; minor units.
  var beforeOurs: Int64 = 0
  /// What parties to which money went back had paid.
  var lots: PaidLots
  /// What funds invested before our money was in them, and so in no multiplier; minor units.
  private(set) var investedBefore: Int64 = 0
  /// What went back beyond what its party had paid; minor units.
  var returnedBeyond: Int64 = 0
  /// What can be placed only when all else is: returns, and money of the closing that came long after it.
  private var pending: [Fact] = []
  /// What lies so near the end of a closing that its exact day decides where it counts: the events, with their deals.
  private(set) var nearBound: [(event: Int64, deal: Int32)] = []
  /// Years of the first payments that openings state, by the event.
  private var openedSince: [Int64: Int32] = [:]
  /// By deal id, place in `own` + 1 of the year met last; 0 where there is none.
  private var headOfDeal: [Int32]

  /// Folds facts of one moment; reversed ones vanish, and so do those about deals that the register does not know.
  ///
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  init(_ facts: [Fact], register: Register, split: MoneySplit) throws(Diagnostic) {
    self.split = split
    let reversals = Reversals(in: facts)
    let base = register.baseID
    let known = 1..<Int32(clamping: register.deals.count + 1)
    funds = FundFacts(register)
    timing = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try MoneyTiming(facts, register, hidden: reversals) }
    claims = ClaimTable(timing.units, capacity: timing.claimCount)
    lots = PaidLots(of: [], timing.units)
    headOfDeal = Array(repeating: 0, count: register.deals.count + 1)
    firstPaid = Array(repeating: .max, count: register.deals.count + 1)
    func stands(_ fact: Fact) -> Bool { known.contains(fact.dimensions.deal.rawValue) && !reversals.hides(fact) }
    do throws(MoneyOverflow) {
      for fact in facts where stands(fact) {
        if fact.commodity != base {
          if LeverageFold.measures.contains(fact.measure) { foreignCount += 1 }
        } else {
          funds.add(fact)
          try add(fact)
        }
      }
      spreadFirstPayments()
      let returns = pending.filter { $0.traits.stage == .returned }
      if !returns.isEmpty {
        lots = PaidLots(of: returns, timing.units)
        noteLots(facts) { $0.commodity == base && stands($0) }
      }
      try placePending()
    } catch {
      throw Diagnostic.sumOverflow
    }
  }

  private mutating func add(_ fact: Fact) throws(MoneyOverflow) {
    switch fact.measure {
    case .openingSince:
      let day = Day(number: Int32(clamping: fact.amount))
      openedSince[fact.sequence] = Int32(clamping: day.year)
      noteFirstPayment(day, of: fact)
    case .paidFresh, .paidRecycled:
      noteFirstPayment(fact.day, of: fact)
      try addOwn(fact)
    case .committed, .refunded, .correctedCash, .openingPaid, .reinvested, .reinvestedRest, .costOut: try addOwn(fact)
    case .companyOwn:
      if try isBeforeOurs(fact) { return }
      try addOwn(fact)
    case .contributed: try addContributed(fact)
    case .announced:
      if timing.units.place(of: fact) == .partner, !fact.traits.isSecondary, !timing.isOfItself(fact),
        timing.standing(of: fact) == .beside
      {
        try claims.add(fact, .partner, year: year(of: fact))
      }
    case .lent:
      if timing.isFundsOwnLoan(fact) { return }
      if try isBeforeOurs(fact) { return }
      try claims.add(fact, .loan, year: year(of: fact))
    case .deployed:
      if timing.standing(of: fact) != .before { return try claims.add(fact, .deployment, year: year(of: fact)) }
      if fact.traits.stage != .signed && !timing.isSettled(fact) { investedBefore = try investedBefore.plus(fact.amount) }
    default: break
    }
  }

  /// Whether money is from before ours; noted with what was.
  private mutating func isBeforeOurs(_ fact: Fact) throws(MoneyOverflow) -> Bool {
    try isBeforeOurs(fact, timing.standing(of: fact))
  }

  private mutating func isBeforeOurs(_ fact: Fact, _ standing: MoneyTiming.Standing) throws(MoneyOverflow) -> Bool {
    if standing != .before { return false }
    if fact.traits.stage == .signed || timing.isSettled(fact) { return true }
    beforeOurs = try beforeOurs.plus(fact.amount)
    return true
  }

  private mutating func addContributed(_ fact: Fact) throws(MoneyOverflow) {
    if fact.traits.isSecondary { return }
    if timing.isOfItself(fact) {
      guard let own = timing.companyOwn(by: fact), try !isBeforeOurs(own) else { return }
      return try addOwn(own)
    }
    if fact.traits.stage == .returned {
      pending.append(fact)
      return
    }
    guard var role = timing.units.role(of: fact) else {
      if fact.traits.level == .later, fact.traits.stage != .signed, try !isBeforeOurs(fact) {
        later.append(LaterMoney(fact, year: year(of: fact)))
      }
      return
    }
    if fact.traits.stage != .signed && timing.isNearBound(fact) { nearBound.append((fact.sequence, fact.dimensions.deal.rawValue)) }
    let standing = timing.standing(of: fact)
    if try isBeforeOurs(fact, standing) { return }
    switch standing {
    case .after:
      if fact.traits.stage == .signed { afterClosing[fact.sequence] = fact.amount } else { pending.append(fact) }
      return
    case .besideFund: if role == .partner { role = .project }
    case .before, .beside: break
    }
    try claims.add(fact, role, year: year(of: fact))
  }

  private mutating func addOwn(_ fact: Fact) throws(MoneyOverflow) {
    let place = placeOfOwn(deal: fact.dimensions.deal.rawValue, year: year(of: fact))
    try own[place].add(fact)
  }

  private mutating func noteFirstPayment(_ day: Day, of fact: Fact) {
    let unit = timing.units[Int(fact.dimensions.deal.rawValue)]
    firstPaid[unit] = min(firstPaid[unit], day.number)
  }

  /// A company is one, however many deals of ours are in it: its later rounds are held against our first payment of all.
  private mutating func spreadFirstPayments() {
    let parties = timing.units.parties.map { Int($0.rawValue) }
    var first = Array(repeating: Int32.max, count: (parties.max() ?? 0) + 1)
    for deal in firstPaid.indices where !timing.units.isVehicle[deal] { first[parties[deal]] = min(first[parties[deal]], firstPaid[deal]) }
    for deal in firstPaid.indices where !timing.units.isVehicle[deal] && parties[deal] > 0 { firstPaid[deal] = first[parties[deal]] }
  }

  /// Places what waited, in order of days.
  ///
  /// The payments of a day stand before its returns, so that the order of recording says nothing.
  private mutating func placePending() throws(MoneyOverflow) {
    func isReturn(_ fact: Fact) -> Int { fact.traits.stage == .returned ? 1 : 0 }
    pending.sort { ($0.day, isReturn($0), $0.sequence) < ($1.day, isReturn($1), $1.sequence) }
    for fact in pending {
      if fact.traits.stage == .returned { try takeBack(placed(fact)) } else { try placeLate(fact) }
    }
    pending = []
  }

  /// A return where its party's money stands: beside a fund of ours in a closing that is not ours.
  private func placed(_ fact: Fact) -> Fact {
    var placed = fact
    if role(ofEquity: fact) == .project { placed.traits.level = .project }
    return placed
  }

  /// Where equity stands by its level and day; nil for rounds before and after ours.
  func role(ofEquity fact: Fact) -> MoneyClaim.Role? {
    guard let role = MoneyClaim.Role(timing.units.place(of: fact)), role == .partner else {
      return MoneyClaim.Role(timing.units.place(of: fact))
    }
    if fact.traits.stage != .returned { return timing.standing(of: fact) == .besideFund ? .project : role }
    let isProject = claims.claim(of: fact, .partner) == nil && claims.claim(of: fact, .project) != nil
    return isProject && !timing.units.isVehicle[Int(fact.dimensions.deal.rawValue)] ? .project : role
  }

  /// How money stands to ours, late payments of what was signed in the closing with it.
  func standing(of fact: Fact) -> MoneyTiming.Standing {
    let standing = timing.standing(of: fact)
    guard standing == .after, fact.measure == .contributed, fact.traits.stage != .returned else { return standing }
    return afterClosing[fact.sequence] == fact.amount ? .after : .beside
  }

  /// What of a payment is of the same closing: all of it, but for what came late and pays nothing that was signed.
  func ofClosing(_ fact: Fact) -> Int64 {
    fact.measure == .contributed ? fact.amount - (afterClosing[fact.sequence] ?? 0) : fact.amount
  }

  /// The day of our first payment on a deal; nil before there is one.
  func firstPayment(on deal: Int32) -> Day? {
    let number = firstPaid.indices.contains(Int(deal)) ? firstPaid[timing.units[Int(deal)]] : .max
    return number == .max ? nil : Day(number: number)
  }

  /// Whether money of a day came after our first payment on a deal and at most some months later.
  func isSubsequent(_ day: Day, of deal: Int32, within months: Int) -> Bool {
    guard let first = firstPayment(on: deal) else { return false }
    return LaterMoney.isSubsequent(day, to: first, within: months)
  }

  /// What an event took back on the deal of a fact; nil where it takes nothing back.
  func returned(by fact: Fact) -> ReturnedMoney? { returned[EventOnDeal(fact)] }

  /// The number of the year, or of the envelope, that a fact stands with; 0 when neither is kept apart.
  func year(of fact: Fact) -> Int32 {
    switch split {
    case .whole: return 0
    case .envelope(let envelopes): return envelopes.number(of: fact)
    case .year: break
    }
    // What was paid before the books began is of the year of the first payment, which stands before it.
    if fact.measure == .openingPaid, let year = openedSince[fact.sequence] { return year }
    return Int32(clamping: fact.day.year)
  }

  private mutating func placeOfOwn(deal: Int32, year: Int32) -> Int {
    var place = Int(headOfDeal[Int(deal)]) - 1
    while place >= 0 && own[place].year != year { place = Int(own[place].next) }
    if place >= 0 { return place }
    own.append(OwnMoney(deal: deal, year: year, next: headOfDeal[Int(deal)] - 1))
    headOfDeal[Int(deal)] = Int32(own.count)
    return own.count - 1
  }
}
