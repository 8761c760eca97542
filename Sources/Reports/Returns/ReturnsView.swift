import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// Multiples and money-weighted returns by group and in all, at one moment.
///
/// Totals are reckoned from all flows together, never from the figures of the groups.
public struct ReturnsView: Sendable {
  /// One group of the breakdown, or the whole.
  public struct Group: Sendable {
    /// The group's name.
    public var label: Cell
    /// Committed, paid in, distributed, residual value and what follows from them.
    public var multiples: FundMultiples
    /// XIRR with its status; the residual value stands on the cut-off day.
    public var rate: InternalRate
  }

  /// The groups that have money, in the order in which they print.
  public let groups: [Group]
  /// All groups together.
  public let total: Group
  /// Capital lost in deals that lie below cost.
  public let losses: LossRatio
  /// The cumulative net flow of the whole, without residual value.
  public let curve: JCurve
  /// What the rest of every deal is worth, by deal id; index 0 is no deal.
  public let valuations: [Valuation]
  /// How every deal stands, by deal id; index 0 is no deal.
  public let positions: [DealPosition]
  /// The day on which residual values stand.
  public let asOf: Day
  /// Facts in other commodities than the base one, left out.
  public let foreignCount: Int
  /// Whether the books began in the middle of a deal's life, so that flows before are known as sums alone.
  public let hasOpening: Bool
  /// Whether holdings changed hands without payment; they count at their carrying amounts.
  public let hasInKind: Bool

  /// Computes returns from the facts of one moment in order of recording.
  ///
  /// - Parameters:
  ///   - grouping: `year` is taken as `vintage`, since a return belongs to no year of flow.
  ///   - asOf: the day on which residual values stand.
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  public init(_ facts: [Fact], register: Register, by grouping: Grouping, asOf: Day) throws(Diagnostic) {
    let fold = try ReturnsFold(facts, register: register)
    let first = FirstPayments(facts, deals: register.deals.count)
    let places = DealGroups(
      register, by: grouping == .year ? .vintage : grouping, firstYears: first.years, firstEnvelopes: first.envelopes)
    self.asOf = asOf
    foreignCount = fold.foreignCount
    positions = fold.positions
    hasOpening = facts.contains { $0.measure == .openingPaid || $0.measure == .openingReceived }
    hasInKind = facts.contains { $0.measure == .handedIn || $0.measure == .handedOut }
    do throws(MoneyOverflow) {
      let valuations = fold.valuations()
      let pots = try ReturnsView.pots(fold, valuations, count: places.labels.count) { places[$0] }
      var groups: [Group] = []
      for (label, pot) in zip(places.labels, pots) where !pot.isEmpty {
        groups.append(try pot.group(label, asOf: asOf))
      }
      let whole = try ReturnsView.pots(fold, valuations, count: 1) { _ in 0 }
      self.groups = groups
      self.valuations = valuations
      total = try (whole.first ?? ReturnPot()).group(.phrase(.total), asOf: asOf)
      curve = try JCurve(of: whole.first?.flows ?? [])
      losses = try ReturnsView.losses(fold, valuations)
    } catch {
      throw Diagnostic(.sumOverflow, "a sum of the returns leaves the range of 64-bit minor units")
    }
  }

  /// The measures whose facts a view needs.
  public static let measures = Set(Measure.allCases.filter { !unused.contains($0) })

  private static let unused: Set<Measure> = [.contributed, .lent, .announced, .deployed, .reinvested, .decided]
}

extension ReturnsView {
  /// What each group is made of.
  private static func pots(
    _ fold: ReturnsFold, _ valuations: [Valuation], count: Int, place: (Int) -> Int
  ) throws(MoneyOverflow) -> [ReturnPot] {
    var pots = Array(repeating: ReturnPot(), count: count)
    if count == 0 { return pots }
    for (deal, position) in fold.positions.enumerated().dropFirst() {
      try pots[place(deal)].add(position, valuations[deal])
    }
    for flow in fold.flows { try pots[place(Int(flow.deal.rawValue))].add(flow) }
    return pots
  }

  /// Capital lost in the deals that lie below what was paid in.
  private static func losses(_ fold: ReturnsFold, _ valuations: [Valuation]) throws(MoneyOverflow) -> LossRatio {
    var sums = Array(repeating: ReturnPot(), count: fold.positions.count)
    for flow in fold.flows { try sums[Int(flow.deal.rawValue)].addSums(flow) }
    var outcomes: [DealOutcome] = []
    for (deal, sum) in sums.enumerated() where sum.paidIn > 0 {
      outcomes.append(
        try DealOutcome(cost: sum.paidIn, proceeds: sum.distributed, residualValue: valuations[deal].amount))
    }
    return try LossRatio(of: outcomes)
  }
}
