import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// Multiples and money-weighted returns by group and in all, at one moment, before and after management fees.
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
    /// Management fees that the group bears, minor units.
    public var fees: Int64
    /// The multiples with the fees among what was paid in.
    public var netMultiples: FundMultiples
    /// XIRR with the fees among the flows.
    public var netRate: InternalRate
    /// Capital lost in the group's deals that lie below what was paid in.
    public var losses: LossRatio
    /// Where the cumulative net flow turns, without residual value.
    public var turns: CurveTurns
  }

  /// The groups that have money, in the order in which they print.
  public let groups: [Group]
  /// All groups together.
  public let total: Group
  /// Capital lost in deals that lie below cost.
  public var losses: LossRatio { total.losses }
  /// The cumulative net flow of the whole, without residual value.
  public let curve: JCurve
  /// What the rest of every deal is worth, by deal id; index 0 is no deal.
  public let valuations: [Valuation]
  /// How every deal stands, by deal id; index 0 is no deal.
  public let positions: [HoldingState]
  /// The day on which residual values stand.
  public let asOf: Day
  /// Facts in other commodities than the base one, left out.
  public let foreignCount: Int
  /// Whether the books began in the middle of a deal's life, so that flows before are known as sums alone.
  public let hasOpening: Bool
  /// Whether holdings changed hands without payment; they count at their carrying amounts.
  public let hasInKind: Bool
  /// Fees that no deal bears, minor units; the whole bears them.
  public let unallocatedFees: Int64
  /// What everything was folded from.
  let fold: ReturnsFold
  /// The groups with their flows.
  let byGroup: GroupReturns
  /// The whole with its flows, as the only group.
  let whole: GroupReturns

  /// Computes returns from the facts of one moment in order of recording.
  ///
  /// - Parameters:
  ///   - facts: single, or condensed to their sums by day, measure and dimensions; of one day in order of recording,
  ///     since a payment after a valuation of the same day adds to it.
  ///   - grouping: `year` is taken as `vintage`, since a return belongs to no year of flow.
  ///   - asOf: the day on which residual values stand.
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  public init(_ facts: [Fact], register: Register, by grouping: Grouping, asOf: Day) throws(Diagnostic) {
    try self.init(
      try ReturnEntries(facts, register: register),
      firstEnvelopes: grouping == .envelope ? FirstPayments.envelopes(orReserved: facts, deals: register.deals.count) : [],
      register, by: grouping, asOf: asOf, traitsOn: asOf)
  }

  /// Computes returns from what a source knows at a moment, reading its facts as they come.
  ///
  /// - Throws: what the source throws, or `sumOverflow` when a sum leaves 64 bits.
  public init(from source: any LedgerSource, at moment: Moment, by grouping: Grouping, asOf: Day) throws(Diagnostic) {
    let payments = grouping == .envelope ? try source.facts(at: moment, of: FirstPayments.measures.union([.reserved])) : []
    try self.init(
      try ReturnEntries(from: source, at: moment),
      firstEnvelopes: FirstPayments.envelopes(orReserved: payments, deals: source.register.deals.count),
      source.register, by: grouping, asOf: asOf, traitsOn: moment.asOf)
  }

  /// - Parameter day: regions, industries and stages of companies are those of this day.
  private init(
    _ entries: ReturnEntries, firstEnvelopes: [EnvelopeID], _ register: Register, by grouping: Grouping, asOf: Day,
    traitsOn day: Day
  ) throws(Diagnostic) {
    do throws(MoneyOverflow) {
      let fold = try ReturnsFold(entries, register)
      let places = DealGroups(
        register, by: grouping == .year ? .vintage : grouping, on: day, firstYears: fold.vintages,
        firstEnvelopes: firstEnvelopes)
      let deals = fold.holdings.indices
      self.fold = fold
      self.asOf = asOf
      foreignCount = fold.entries.foreignCount
      positions = fold.holdings
      hasOpening = fold.entries.hasOpening
      hasInKind = fold.entries.hasInKind
      unallocatedFees = fold.fees.unallocated
      valuations = fold.holdings.map(\.valuation)
      let (groups, entries) = (deals.map { Int32(clamping: places[$0]) }, fold.entries.deals)
      let (sorted, whole) = try ConcurrentPieces.both(
        { () throws(MoneyOverflow) in GroupedEntries(entries, groups: groups, count: places.labels.count) },
        { () throws(MoneyOverflow) in try ReturnsView.whole(fold, asOf: asOf) })
      self.whole = whole
      byGroup = try GroupReturns(
        fold, places: groups, sorted, labels: places.labels, isWhole: false, asOf: asOf)
      self.groups = byGroup.groups.compactMap(\.self)
      if let all = whole.groups.first ?? nil { total = all } else { total = try ReturnsView.nothing() }
      curve = try JCurve(of: try whole.table.flows(of: 0))
    } catch {
      throw Diagnostic.sumOverflow
    }
  }

  /// The measures whose facts a view needs.
  public static let measures = Set(Measure.allCases.filter { ReturnEntry.part(of: $0) != .none })
}

extension ReturnsView {
  /// All deals as one group.
  private static func whole(_ fold: ReturnsFold, asOf day: Day) throws(MoneyOverflow) -> GroupReturns {
    let places = Array(repeating: Int32(0), count: fold.holdings.count)
    return try GroupReturns(
      fold, places: places, GroupedEntries(fold.entries.deals, groups: places, count: 1), labels: [.phrase(.total)],
      isWhole: true, asOf: day)
  }

  /// The whole of books without money.
  private static func nothing() throws(MoneyOverflow) -> Group {
    let multiples = try FundMultiples(committed: 0, paidIn: 0, distributed: 0, residualValue: 0)
    return Group(
      label: .phrase(.total), multiples: multiples, rate: .xirr(of: [CashFlow]()), fees: 0, netMultiples: multiples,
      netRate: .xirr(of: [CashFlow]()), losses: try LossRatio(of: []), turns: CurveTurns())
  }
}
