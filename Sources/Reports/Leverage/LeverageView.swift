import LedgerCore
import Portfolio
import ReportDocument

/// The money behind the multipliers, by group and in all, at one moment.
///
/// Everything adds up: the total is the sum of the groups, and its ratios are Σ numerator over Σ denominator.
public struct LeverageView: Sendable {
  /// One group of the breakdown.
  public struct Group: Sendable {
    /// The group's name.
    public var label: Cell
    /// Its money.
    public var sums: LeverageSums
    /// Its place among all groups, those without money too.
    let place: Int
  }

  /// The groups that have money, in the order in which they print.
  public internal(set) var groups: [Group] = []
  /// All groups together.
  public internal(set) var total = LeverageSums()
  /// Equity beside deals that no money of ours reached; it multiplies nothing and is left out everywhere.
  public private(set) var unreached: Int64 = 0
  /// Money of our own funds beside deals of ours; left out of S, since it holds our money and our partners'.
  public private(set) var fromOwnFunds: Int64 = 0
  /// Money of later rounds that no document proves, or that came too late, and so is not subsequent financing (L6).
  public private(set) var laterLeftOut: Int64 = 0
  /// Put by funds of ours into funds of which nothing is recorded here: not yet in a company, and so in no figure of companies.
  public private(set) var inFundsWithoutDeals: Int64 = 0
  /// Deals paid out of more than one envelope, of a breakdown by envelope.
  public private(set) var severalEnvelopesCount = 0
  /// Facts in other commodities than the base one, left out.
  public private(set) var foreignCount = 0

  /// What the figures of the whole, and explanations, are worked out from.
  let fold: LeverageFold
  /// Which funds are our own.
  let vehicles: Vehicles
  /// Which side says what our funds put into companies.
  let records: FundRecords
  /// The group of each deal; of no use by year or by envelope, when a deal is in several.
  let dealGroups: DealGroups
  /// By place among all groups, the number of the year or of the envelope, when either is kept apart.
  let splitNumbers: [Int32]
  var sums: [LeverageSums] = []

  /// Folds facts into the money of each group.
  ///
  /// - Parameters:
  ///   - facts: the facts of one moment, at least those of `measures`.
  ///   - day: regions, industries and stages of companies are those of this day.
  ///   - laterMonths: how long after our first payment money of later rounds is subsequent (L6).
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  public init(
    _ facts: [Fact], register: Register, by grouping: Grouping, on day: Day = .never,
    laterMonths: Int = LeveragePolicy().laterMonths
  ) throws(Diagnostic) {
    let facts = ForeignInvestments.completed(facts, register)
    let envelopes = grouping == .envelope ? EnvelopeTimes(facts, register) : nil
    let split = envelopes.map { MoneySplit.envelope($0) } ?? (grouping == .year ? .year : .whole)
    let fold = try LeverageFold(facts, register: register, split: split)
    self.fold = fold
    let vehicles = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try Vehicles(fold, register) }
    self.vehicles = vehicles
    records = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try FundRecords(fold, vehicles, register) }
    foreignCount = fold.foreignCount
    let needsFirst = grouping == .vintage || grouping == .envelope
    let first = needsFirst ? FirstPayments(facts, deals: register.deals.count) : nil
    severalEnvelopesCount = grouping == .envelope ? first?.severalEnvelopesCount ?? 0 : 0
    let dealGroups = DealGroups(register, by: grouping, on: day, firstYears: first?.years ?? [])
    let numbers = fold.split.isSplit ? LeverageView.splitNumbers(of: fold) : []
    (self.dealGroups, splitNumbers) = (dealGroups, numbers)
    let labels = fold.split.isSplit ? numbers.map { LeverageView.label($0, envelopes, register) } : dealGroups.labels
    let places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    sums = Array(repeating: LeverageSums(), count: labels.count)
    do throws(MoneyOverflow) {
      func place(deal: Int32, year: Int32) -> Int { places[year] ?? dealGroups[Int(deal)] }
      try addOwn(group: place)
      try addPlanned(register, group: place)
      try addClaims(group: place)
      try addLater(within: laterMonths, group: place)
      if grouping.isOfCompanies { try moveToCompanies(facts, register) }
      for (place, sums) in sums.enumerated() where sums != LeverageSums() {
        groups.append(Group(label: labels[place], sums: sums, place: place))
        try total.add(sums)
      }
    } catch {
      throw Diagnostic.sumOverflow
    }
    sums = []
  }

  /// The money of the group with a name; none when it has no money.
  ///
  /// This, and not a view of one deal's facts alone, is the leverage of a deal: which funds are our own is only seen
  /// in all facts together.
  public func sums(named name: String) -> LeverageSums {
    groups.first { $0.label == .text(name) }?.sums ?? LeverageSums()
  }

  /// The money of the group that a deal is in; none when it has no money. Not of a view by year.
  func sums(of deal: DealID) -> LeverageSums {
    let place = dealGroups[deal]
    // Groups stand in the order of their places.
    var (low, high) = (0, groups.count)
    while low < high {
      let middle = (low + high) / 2
      if groups[middle].place < place { low = middle + 1 } else { high = middle }
    }
    return low < groups.count && groups[low].place == place ? groups[low].sums : LeverageSums()
  }

  /// Whether a contribution is one of partners, or what a fund of ours put into a company in a later round: of its money
  /// the round says nothing.
  func isPartner(_ fact: Fact) -> Bool {
    if fold.timing.units.role(of: fact) == .partner { return true }
    return fact.traits.level == .later && !fact.traits.isSecondary && vehicles.isOwn(party: fact.dimensions.party.rawValue)
      && !vehicles.isVehicle[Int(fact.dimensions.deal.rawValue)]
  }

  /// The measures whose facts a view needs.
  public static let measures = LeverageFold.measures.union([.besideCompany, .reinvestedRest])

  /// The measures whose facts a breakdown needs.
  public static func measures(by grouping: Grouping) -> Set<Measure> {
    grouping == .envelope ? measures.union(EnvelopeTimes.measures) : measures
  }

  /// The numbers of the years, or of the envelopes, in the order in which they print; what no envelope paid comes last.
  private static func splitNumbers(of fold: LeverageFold) -> [Int32] {
    let numbers = Set(fold.own.map(\.year)).union(fold.claims.years()).union(fold.later.map(\.year)).sorted()
    return numbers.filter { $0 != 0 } + numbers.filter { $0 == 0 }
  }

  private static func label(_ number: Int32, _ envelopes: EnvelopeTimes?, _ register: Register) -> Cell {
    guard let envelopes else { return .text("\(number)") }
    if number == 0 { return .code("none", Phrase("（未注明）", "(not stated)")) }
    return .text(register[envelopes.envelopes[Int(number) - 1]].name)
  }
}

extension LeverageView {
  /// Adds our own money; of several years, each takes what the committed basis grew by.
  private mutating func addOwn(group: (Int32, Int32) -> Int) throws(MoneyOverflow) {
    var order = fold.own
    if fold.split.isSplit { order.sort { ($0.deal, $0.year) < ($1.deal, $1.year) } }
    var running = OwnMoney(deal: 0, year: 0)
    for money in order where vehicles.knows(money.deal) {
      if money.deal != running.deal { running = OwnMoney(deal: money.deal, year: 0) }
      let before = running
      try running.add(money)
      let place = group(money.deal, money.year)
      let isDirect = !vehicles.isVehicle[Int(money.deal)]
      sums[place].freshPaid = try sums[place].freshPaid.plus(money.fresh)
      sums[place].recycledPaid = try sums[place].recycledPaid.plus(money.recycled)
      let growth = try running.committedBasis().minus(try before.committedBasis())
      sums[place].committed = try sums[place].committed.plus(growth)
      let freshGrowth = try running.committedFreshBasis().minus(try before.committedFreshBasis())
      sums[place].committedFresh = try sums[place].committedFresh.plus(freshGrowth)
      try sums[place].reinvested.add(money.reinvested)
      if vehicles.isReached[Int(money.deal)] {
        sums[place].companyOwn = try sums[place].companyOwn.plus(money.companyOwn)
      }
      if isDirect {
        sums[place].directFreshPaid = try sums[place].directFreshPaid.plus(money.fresh)
        sums[place].directRecycledPaid = try sums[place].directRecycledPaid.plus(money.recycled)
      }
    }
  }

  /// Adds the planned sizes of the deals that we are committed to, each in the group of its first money.
  private mutating func addPlanned(_ register: Register, group: (Int32, Int32) -> Int) throws(MoneyOverflow) {
    for (deal, entry) in try plannedMoney(register) where try entry.money.isAny() {
      let place = group(deal, entry.number)
      sums[place].planned = try sums[place].planned.plus(register[DealID(deal)].target)
      sums[place].plannedOwn = try sums[place].plannedOwn.plus(try entry.money.committedBasis())
      sums[place].plannedOwnFresh = try sums[place].plannedOwnFresh.plus(try entry.money.committedFreshBasis())
    }
  }

  /// Our own money in the deals with a planned size, each with the number of the year, or of the envelope, of its first money.
  func plannedMoney(_ register: Register) throws(MoneyOverflow) -> [Int32: (number: Int32, money: OwnMoney)] {
    var first: [Int32: (number: Int32, money: OwnMoney)] = [:]
    guard register.deals.contains(where: { $0.target > 0 }) else { return first }
    for money in fold.own where vehicles.knows(money.deal) && register[DealID(money.deal)].target > 0 {
      var entry = first[money.deal] ?? (money.year, OwnMoney(deal: money.deal, year: 0))
      try entry.money.add(money)
      if money.year != 0 { entry.number = entry.number == 0 ? money.year : min(entry.number, money.year) }
      first[money.deal] = entry
    }
    return first
  }

  /// Adds private money of later rounds that a document proves, within some months of our first payment.
  private mutating func addLater(within months: Int, group: (Int32, Int32) -> Int) throws(MoneyOverflow) {
    for money in fold.later where vehicles.knows(money.deal) && vehicles.isReached[Int(money.deal)] {
      if vehicles.isOwn(party: money.party) {
        try addOfOwnFund(money, to: group(money.deal, money.year))
        continue
      }
      if money.isEvidenced && fold.isSubsequent(money.day, of: money.deal, within: months) {
        let place = group(money.deal, money.year)
        try sums[place].later.add(money.amount, of: money.contributor)
      } else {
        laterLeftOut = try laterLeftOut.plus(money.amount)
      }
    }
  }

  /// Adds what a fund of ours put into a company in a later round: it is the fund's investment as in any other.
  private mutating func addOfOwnFund(_ money: LaterMoney, to place: Int) throws(MoneyOverflow) {
    fromOwnFunds = try fromOwnFunds.plus(money.amount)
    if records.isOfCompany(fund: money.party, deal: money.deal, vehicles) {
      sums[place].deployed = try sums[place].deployed.plus(money.amount)
    }
  }

  /// Adds what others put in, lent, and what funds of ours invested; of several years, each takes what the committed
  /// basis grew by.
  private mutating func addClaims(group: (Int32, Int32) -> Int) throws(MoneyOverflow) {
    for claim in fold.claims.claims where vehicles.knows(claim.key.deal) {
      let part = claim.first
      if part.next < 0 {
        let growth = Growth(committed: part.promised(), announced: part.promised(countsAnnounced: true))
        try add(claim, part, growth, to: group(part.deal, part.year))
        continue
      }
      let parts = try fold.claims.parts(of: claim)
      if !fold.split.isSplit {
        // Of a fund that several deals are in, what counts is decided by all of them; each has what it records of it.
        let whole = try fold.claims.sums(of: claim)
        let (committed, announced) = (whole.greatest(countsAnnounced: false), whole.greatest(countsAnnounced: true))
        for part in parts {
          try add(claim, part, Growth(committed: part[committed], announced: part[announced]), to: group(part.deal, part.year))
        }
        continue
      }
      var running = MoneyClaim.Part()
      for part in parts {
        let before = running
        try running.add(part)
        let growth = Growth(
          committed: try running.promised().minus(before.promised()),
          announced: try running.promised(countsAnnounced: true).minus(before.promised(countsAnnounced: true)))
        try add(claim, part, growth, to: group(part.deal, part.year))
      }
    }
  }

  /// What the promises of a party grew by in a year.
  private struct Growth {
    let committed: Int64
    let announced: Int64
  }

  private mutating func add(
    _ claim: MoneyClaim, _ part: MoneyClaim.Part, _ growth: Growth, to place: Int
  ) throws(MoneyOverflow) {
    let role = claim.key.role
    guard vehicles.isReached[Int(claim.key.deal)] else {
      if !role.isLoan && role != .deployment { unreached = try unreached.plus(part.paid) }
      return
    }
    let isOwnFund = vehicles.isOwn(party: claim.key.party)
    switch role {
    case .loan, .bankEquity:
      sums[place].loans = try sums[place].loans.plus(part.paid)
      sums[place].loansEvidenced = try sums[place].loansEvidenced.plus(part.evidenced)
    case .deployment:
      // Money put into a sub-fund is not yet in a company: the sub-fund's own investments count.
      if isOwnFund || records.isOfCompany(claim, vehicles) { return }
      if vehicles.isFund(party: claim.key.party) {
        inFundsWithoutDeals = try inFundsWithoutDeals.plus(part.paid)
        return
      }
      let place = dealGroups.group(ofCompany: PartyID(claim.key.party)) ?? place
      sums[place].deployed = try sums[place].deployed.plus(part.paid)
    case .partner, .project:
      if isOwnFund {
        fromOwnFunds = try fromOwnFunds.plus(part.paid)
        if records.isOfCompany(claim, vehicles) { sums[place].deployed = try sums[place].deployed.plus(part.paid) }
      } else {
        try addEquity(claim, part, growth, to: place)
      }
    }
  }

  private mutating func addEquity(
    _ claim: MoneyClaim, _ part: MoneyClaim.Part, _ growth: Growth, to place: Int
  ) throws(MoneyOverflow) {
    let deal = Int(claim.key.deal)
    let isDirect = !vehicles.isVehicle[deal]
    if claim.key.role == .project || isDirect { try sums[place].projects.add(part.paid, of: claim.contributor) }
    guard claim.key.role == .partner, vehicles.holdsOwnMoney[deal] else { return }
    try sums[place].partners.add(part.paid, of: claim.contributor)
    try sums[place].partnersCommitted.add(growth.committed, of: claim.contributor)
    try sums[place].partnersAnnounced.add(growth.announced, of: claim.contributor)
    try sums[place].partnersEvidenced.add(part.evidenced, of: claim.contributor)
    if isDirect { try sums[place].sameRound.add(part.paid, of: claim.contributor) }
  }
}
