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
  }

  /// The groups that have money, in the order in which they print.
  public private(set) var groups: [Group] = []
  /// All groups together.
  public private(set) var total = LeverageSums()
  /// Equity beside deals that no money of ours reached; it multiplies nothing and is left out everywhere.
  public private(set) var unreached: Int64 = 0
  /// Money of our own funds beside deals of ours; left out of S, since it holds our money and our partners'.
  public private(set) var fromOwnFunds: Int64 = 0
  /// Facts in other commodities than the base one, left out.
  public private(set) var foreignCount = 0

  private var sums: [LeverageSums] = []

  /// Folds facts into the money of each group.
  ///
  /// - Parameter facts: the facts of one moment, at least those of `measures`.
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  public init(_ facts: [Fact], register: Register, by grouping: Grouping) throws(Diagnostic) {
    let fold = try LeverageFold(facts, register: register, isByYear: grouping == .year)
    foreignCount = fold.foreignCount
    let firstYears = grouping == .vintage ? FirstPayments(facts, deals: register.deals.count).years : []
    let dealGroups = DealGroups(register, by: grouping, firstYears: firstYears)
    let years = fold.isByYear ? LeverageView.years(of: fold) : []
    let labels = fold.isByYear ? years.map { Cell.text("\($0)") } : dealGroups.labels
    let places = Dictionary(uniqueKeysWithValues: years.enumerated().map { ($1, $0) })
    sums = Array(repeating: LeverageSums(), count: labels.count)
    do throws(MoneyOverflow) {
      let vehicles = try Vehicles(fold, register)
      try addOwn(fold, vehicles) { places[$0.year] ?? dealGroups[Int($0.deal)] }
      try addClaims(fold, vehicles) { places[$0.year] ?? dealGroups[Int($0.deal)] }
      for (label, sums) in zip(labels, sums) where sums != LeverageSums() {
        groups.append(Group(label: label, sums: sums))
        try total.add(sums)
      }
    } catch {
      throw Diagnostic(.sumOverflow, "a sum of the multipliers leaves the range of 64-bit minor units")
    }
    sums = []
  }

  /// The measures whose facts a view needs.
  public static let measures = LeverageFold.measures

  private static func years(of fold: LeverageFold) -> [Int32] {
    Set(fold.own.map(\.year) + fold.claims.map(\.key.year)).sorted()
  }
}

extension LeverageView {
  /// Adds our own money; of several years, each takes what the committed basis grew by.
  private mutating func addOwn(
    _ fold: LeverageFold, _ vehicles: Vehicles, group: (OwnMoney) -> Int
  ) throws(MoneyOverflow) {
    var order = fold.own
    if fold.isByYear { order.sort { ($0.deal, $0.year) < ($1.deal, $1.year) } }
    var running = OwnMoney(deal: 0, year: 0)
    for money in order where vehicles.knows(money.deal) {
      if money.deal != running.deal { running = OwnMoney(deal: money.deal, year: 0) }
      let before = running
      try running.add(money)
      let place = group(money)
      let isDirect = !vehicles.isVehicle[Int(money.deal)]
      sums[place].freshPaid = try sums[place].freshPaid.plus(money.fresh)
      sums[place].recycledPaid = try sums[place].recycledPaid.plus(money.recycled)
      let growth = try running.committedBasis().minus(try before.committedBasis())
      sums[place].committed = try sums[place].committed.plus(growth)
      let freshGrowth = try running.committedFreshBasis().minus(try before.committedFreshBasis())
      sums[place].committedFresh = try sums[place].committedFresh.plus(freshGrowth)
      if isDirect {
        sums[place].directFreshPaid = try sums[place].directFreshPaid.plus(money.fresh)
        sums[place].directRecycledPaid = try sums[place].directRecycledPaid.plus(money.recycled)
      }
    }
  }

  /// Adds what others put in, lent, and what funds of ours invested.
  private mutating func addClaims(
    _ fold: LeverageFold, _ vehicles: Vehicles, group: (MoneyClaim.Key) -> Int
  ) throws(MoneyOverflow) {
    var order = fold.claims
    if fold.isByYear { order.sort { $0.key < $1.key } }
    var running = MoneyClaim?.none
    for claim in order where vehicles.knows(claim.key.deal) {
      var before: MoneyClaim
      if let last = running, last.key.isSameClaim(as: claim.key) { before = last } else { before = MoneyClaim(claim.key) }
      let committedBefore = max(before.signed, before.paid)
      before.signed = try before.signed.plus(claim.signed)
      before.paid = try before.paid.plus(claim.paid)
      running = before
      let committed = try max(before.signed, before.paid).minus(committedBefore)
      try add(claim, committed: committed, vehicles, to: group(claim.key))
    }
  }

  private mutating func add(
    _ claim: MoneyClaim, committed: Int64, _ vehicles: Vehicles, to place: Int
  ) throws(MoneyOverflow) {
    let deal = Int(claim.key.deal)
    guard vehicles.isReached[deal] else {
      if claim.role != .loan && claim.role != .deployment { unreached = try unreached.plus(claim.paid) }
      return
    }
    let isOwnFund = vehicles.isOwn(party: claim.key.party)
    switch claim.role {
    case .loan:
      sums[place].loans = try sums[place].loans.plus(claim.paid)
      sums[place].loansEvidenced = try sums[place].loansEvidenced.plus(claim.evidenced)
    case .deployment:
      // Money put into a sub-fund is not yet in a company: the sub-fund's own investments count.
      if !isOwnFund { sums[place].deployed = try sums[place].deployed.plus(claim.paid) }
    case .partner, .project:
      if isOwnFund {
        fromOwnFunds = try fromOwnFunds.plus(claim.paid)
      } else {
        try addEquity(claim, committed: committed, vehicles, to: place)
      }
    }
  }

  private mutating func addEquity(
    _ claim: MoneyClaim, committed: Int64, _ vehicles: Vehicles, to place: Int
  ) throws(MoneyOverflow) {
    let deal = Int(claim.key.deal)
    let isDirect = !vehicles.isVehicle[deal]
    if claim.role == .project || isDirect { try sums[place].projects.add(claim.paid, of: claim.contributor) }
    guard claim.role == .partner, vehicles.holdsOwnMoney[deal] else { return }
    try sums[place].partners.add(claim.paid, of: claim.contributor)
    try sums[place].partnersCommitted.add(committed, of: claim.contributor)
    try sums[place].partnersEvidenced.add(claim.evidenced, of: claim.contributor)
    if isDirect { try sums[place].sameRound.add(claim.paid, of: claim.contributor) }
  }
}
