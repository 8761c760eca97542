import LedgerCore
import Portfolio

/// The money of the programme by period: what stood at the holder before, what moved, what stood after.
public struct CashflowView: Sendable {
  /// One line.
  public struct Line: Sendable {
    /// `2022-06` or `2022`.
    public var period: String
    /// Money at the holder before the period.
    public var opening: Int64
    /// What moved.
    public var sums: CashflowSums
    /// Money at the holder after the period.
    public var closing: Int64
    /// Everything since inception, up to the end of the period.
    public var cumulative: CashflowSums
  }

  /// The periods in which money moved, ascending.
  public private(set) var lines: [Line] = []
  /// Everything before the first day, and what the books began with.
  public private(set) var before = CashflowSums()
  /// What was paid and came back before the books began.
  public private(set) var opening = CashflowSums()
  /// All periods together.
  public private(set) var total = CashflowSums()
  /// Facts in other commodities than the base one, left out.
  public private(set) var foreignCount = 0

  /// Folds facts of one moment in order of recording, and the holder's account beside them.
  ///
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  init(
    _ facts: [Fact], custody: CustodyMoney, base: CommodityID, from first: Day, by period: CashflowPeriod
  ) throws(Diagnostic) {
    var periods: [Int32: CashflowSums] = [:]
    do throws(MoneyOverflow) {
      for event in facts.byEvent {
        if event.contains(where: { $0.commodity != base && CashflowSums.measures.contains($0.measure) }) {
          foreignCount += 1
          continue
        }
        guard let day = event.first?.day else { continue }
        if event.contains(where: { $0.measure == .openingPaid || $0.measure == .openingReceived }) {
          try opening.add(event: event)
        } else if day < first {
          try before.add(event: event)
        } else {
          try periods[period.number(of: day), default: CashflowSums()].add(event: event)
        }
      }
      try before.add(opening)
      if let movements = custody.movements { try settle(movements, &periods, from: first, by: period) }
      try fill(periods, by: period)
    } catch {
      throw Diagnostic.sumOverflow
    }
  }

  /// Brings every period to the change of the holder's account.
  private mutating func settle(
    _ movements: [CustodyMoney.Movement], _ periods: inout [Int32: CashflowSums], from first: Day,
    by period: CashflowPeriod
  ) throws(MoneyOverflow) {
    var earlier = CustodyMoney.Movement(day: first)
    var changes: [Int32: CustodyMoney.Movement] = [:]
    for number in periods.keys { changes[number] = CustodyMoney.Movement(day: first) }
    for movement in movements {
      if movement.day < first || movement.isOpening {
        try earlier.add(movement)
      } else {
        try changes[period.number(of: movement.day), default: CustodyMoney.Movement(day: first)].add(movement)
      }
    }
    // What the books began with stood there before any period.
    try before.settle(change: earlier.change, interest: earlier.interest)
    for (number, movement) in changes {
      try periods[number, default: CashflowSums()].settle(change: movement.change, interest: movement.interest)
    }
  }

  private mutating func fill(_ periods: [Int32: CashflowSums], by period: CashflowPeriod) throws(MoneyOverflow) {
    var cumulative = before
    var opening = try before.change()
    for (number, sums) in periods.sorted(by: { $0.key < $1.key }) where sums != CashflowSums() {
      try cumulative.add(sums)
      let closing = try opening.plus(try sums.change())
      lines.append(
        Line(
          period: period.name(of: number), opening: opening, sums: sums, closing: closing, cumulative: cumulative))
      opening = closing
      try total.add(sums)
    }
  }

  /// The measures whose facts a view needs.
  public static let measures = CashflowSums.measures
}
