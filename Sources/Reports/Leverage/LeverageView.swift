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
      try addClaims(fold, vehicles) { places[$1] ?? dealGroups[Int($0.deal)] }
      for (label, sums) in zip(labels, sums) where sums != LeverageSums() {
        groups.append(Group(label: label, sums: sums))
        try total.add(sums)
      }
    } catch {
      throw Diagnostic(.sumOverflow, "a sum of the multipliers leaves the range of 64-bit minor units")
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

  /// The measures whose facts a view needs.
  public static let measures = LeverageFold.measures

  private static func years(of fold: LeverageFold) -> [Int32] {
    Set(fold.own.map(\.year)).union(fold.claims.parts.map(\.year)).sorted()
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

  /// Adds what others put in, lent, and what funds of ours invested; of several years, each takes what the committed
  /// basis grew by.
  private mutating func addClaims(
    _ fold: LeverageFold, _ vehicles: Vehicles, group: (MoneyClaim.Key, Int32) -> Int
  ) throws(MoneyOverflow) {
    for claim in fold.claims.claims where vehicles.knows(claim.key.deal) {
      if claim.head >= 0, case let part = fold.claims.parts[Int(claim.head)], part.next < 0 {
        try add(claim, part, committed: max(part.signed, part.paid), vehicles, to: group(claim.key, part.year))
        continue
      }
      var signed: Int64 = 0
      var paid: Int64 = 0
      for part in fold.claims.parts(of: claim) {
        let before = max(signed, paid)
        signed = try signed.plus(part.signed)
        paid = try paid.plus(part.paid)
        let growth = try max(signed, paid).minus(before)
        try add(claim, part, committed: growth, vehicles, to: group(claim.key, part.year))
      }
    }
  }

  private mutating func add(
    _ claim: MoneyClaim, _ part: MoneyClaim.Part, committed: Int64, _ vehicles: Vehicles, to place: Int
  ) throws(MoneyOverflow) {
    let role = claim.key.role
    guard vehicles.isReached[Int(claim.key.deal)] else {
      if role != .loan && role != .deployment { unreached = try unreached.plus(part.paid) }
      return
    }
    let isOwnFund = vehicles.isOwn(party: claim.key.party)
    switch role {
    case .loan:
      sums[place].loans = try sums[place].loans.plus(part.paid)
      sums[place].loansEvidenced = try sums[place].loansEvidenced.plus(part.evidenced)
    case .deployment:
      // Money put into a sub-fund is not yet in a company: the sub-fund's own investments count.
      if !isOwnFund { sums[place].deployed = try sums[place].deployed.plus(part.paid) }
    case .partner, .project:
      if isOwnFund {
        fromOwnFunds = try fromOwnFunds.plus(part.paid)
      } else {
        try addEquity(claim, part, committed: committed, vehicles, to: place)
      }
    }
  }

  private mutating func addEquity(
    _ claim: MoneyClaim, _ part: MoneyClaim.Part, committed: Int64, _ vehicles: Vehicles, to place: Int
  ) throws(MoneyOverflow) {
    let deal = Int(claim.key.deal)
    let isDirect = !vehicles.isVehicle[deal]
    if claim.key.role == .project || isDirect { try sums[place].projects.add(part.paid, of: claim.contributor) }
    guard claim.key.role == .partner, vehicles.holdsOwnMoney[deal] else { return }
    try sums[place].partners.add(part.paid, of: claim.contributor)
    try sums[place].partnersCommitted.add(committed, of: claim.contributor)
    try sums[place].partnersEvidenced.add(part.evidenced, of: claim.contributor)
    if isDirect { try sums[place].sameRound.add(part.paid, of: claim.contributor) }
  }
}
