import LedgerCore

/// Money of one programme at the holder: advanced, recovered, and what may be invested again (滚动使用). Minor units.
public struct RecycledPool: Sendable {
  public private(set) var totals = MeasureTotals()

  /// What may still be invested again, by day.
  public private(set) var free = DatedSum()
  /// Money that came back to the holder and was neither remitted nor set free, by day; fees are not taken off.
  public private(set) var recovered = DatedSum()
  /// Money advanced by the treasury that did not go back, by day.
  public private(set) var advancedByDay = DatedSum()
  /// Money recovered and advanced together, fees taken off: what a fee, a remittance or a return has to be covered by.
  public private(set) var cover = DatedSum()

  /// The measures that the pool is folded from; a store hands out all of them.
  public static let measures: Set<Measure> = [
    .recycled, .paidRecycled, .receivedHolder, .proceedsHolder, .remitted, .interest, .advanced, .advanceReturned, .fee,
  ]

  public init() {}

  /// Takes one more fact in; throws when a sum leaves 64 bits.
  public mutating func apply(_ fact: Fact) throws(MoneyOverflow) {
    guard RecycledPool.measures.contains(fact.measure) else { return }
    try totals.add(fact)
    let own = RecycledPool.levels(of: fact)
    if own.free != 0 { free.add(own.free, on: fact.day) }
    if own.recovered != 0 { recovered.add(own.recovered, on: fact.day) }
    if own.advanced != 0 { advancedByDay.add(own.advanced, on: fact.day) }
    if own.cover != 0 { cover.add(own.cover, on: fact.day) }
  }

  /// How a fact changes what may be invested again, what was recovered, what is advanced, and the cover of fees.
  static func levels(of fact: Fact) -> (free: Int64, recovered: Int64, advanced: Int64, cover: Int64) {
    let amount = fact.amount
    return switch fact.measure {
    case .recycled: (amount, 0 &- amount, 0, 0 &- amount)
    case .paidRecycled: (0 &- amount, 0, 0, 0)
    case .receivedHolder, .proceedsHolder, .interest: (0, amount, 0, amount)
    case .remitted: (0, 0 &- amount, 0, 0 &- amount)
    case .fee: (0, 0, 0, 0 &- amount)
    case .advanced: (0, 0, amount, amount)
    case .advanceReturned: (0, 0, 0 &- amount, 0 &- amount)
    default: (0, 0, 0, 0)
    }
  }

  /// What may still be invested again.
  public var available: Int64 { free.total }

  /// Money that came back to the holder, interest on its account included, and was neither remitted, set free for new
  /// investments nor spent on fees.
  public var unassigned: Int64 { unassigned(from: .never) }

  /// What of it may be remitted or set free on a day, so that no later day lacks it.
  public func unassigned(from day: Day) -> Int64 { min(recovered.lowest(from: day), cover.lowest(from: day)) }

  /// Money advanced by the treasury that did not go back, spent or not.
  public var advanced: Int64 { advancedByDay.total }
}
