import LedgerCore

/// All amounts of each measure together, whatever their sign: no sum that a report makes of some of them can be larger.
public struct GrossTotals: Sendable {
  private var sums = Array(repeating: Int64(0), count: 256)

  public init() {}

  /// Whether amounts of a measure are money; shares are parts per billion, and an entry in a register is no amount.
  public static func counts(_ measure: Measure) -> Bool {
    switch measure {
    case .shareHeld, .shareOut, .partOut, .worthBase, .shareBase, .registered, .reinvestedRest: false
    case .largestOther, .shareCapAuthorised, .shareCapWarned, .largestHolderAuthorised, .largestHolderWarned: false
    default: true
    }
  }

  /// The amounts of one measure together, minor units.
  public subscript(measure: Measure) -> Int64 {
    get { sums[Int(measure.rawValue)] }
    set { sums[Int(measure.rawValue)] = newValue }
  }

  /// Adds a fact; throws when a report over all facts could leave the range in which its figures are safe.
  public mutating func add(_ fact: Fact) throws(MoneyOverflow) {
    guard GrossTotals.counts(fact.measure) else { return }
    let sum = UInt64(self[fact.measure]) + fact.amount.magnitude
    guard sum <= MeasureTotals.limit.magnitude else { throw MoneyOverflow() }
    self[fact.measure] = Int64(sum)
  }
}
