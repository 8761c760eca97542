import Analytics
import LedgerCore
import Portfolio

/// Finds what groups of deals were worth on the days on which all that they held had been valued lately.
///
/// A first payment values a deal at what it cost. A holding that the books began with has no value until somebody
/// states one: its carrying amount is no valuation.
struct ValuationSweep {
  private let toleranceDays: Int
  /// By deal: how it stands, the day of its last valuation or first payment, and whether that is too long ago.
  private var states: [HoldingState]
  private var lastValued: [Day]
  private var isUncovered: [Bool]
  /// The group at hand: what it is worth, how many holdings were not valued lately, its values so far.
  private var worth: Int64 = 0
  private var uncovered = 0
  private var values: [CashFlow] = []
  /// Valuations of the group in order of days, to be looked at again when they have grown old.
  private var expiring: [(day: Day, deal: Int)] = []
  private var head = 0
  private var isTouched = false

  /// Begins with deals on which nothing happened yet.
  ///
  /// - Parameter toleranceDays: how old a valuation may be.
  init(_ entries: ReturnEntries, toleranceDays: Int) {
    self.toleranceDays = toleranceDays
    states = ReturnsFold.unpaid(entries)
    lastValued = Array(repeating: .always, count: states.count)
    isUncovered = Array(repeating: false, count: states.count)
  }

  /// The values of the group that these entries are of, ascending by day; each group may be asked for once.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  mutating func values(of entries: ArraySlice<ReturnEntry>) throws(MoneyOverflow) -> [CashFlow] {
    (worth, uncovered, head, isTouched) = (0, 0, 0, false)
    values.removeAll(keepingCapacity: true)
    expiring.removeAll(keepingCapacity: true)
    var today = entries.first?.day ?? .always
    for entry in entries {
      // What comes back leaves what is held and its worth as they are.
      if entry.part == .distribution { continue }
      if entry.day != today {
        finish(today)
        today = entry.day
      }
      try take(entry)
    }
    finish(today)
    return values
  }

  private mutating func take(_ entry: ReturnEntry) throws(MoneyOverflow) {
    let deal = Int(entry.deal)
    let (before, wasHeld) = (states[deal].residual, states[deal].isHeld)
    try states[deal].apply(entry)
    let isHeld = states[deal].isHeld
    worth = try worth.plus(states[deal].residual).minus(before)
    if isHeld != wasHeld {
      setCovered(deal)
      if isHeld && entry.measure == .openingCost {
        isUncovered[deal] = true
        uncovered += 1
      } else if isHeld {
        note(deal, valuedOn: entry.day)
      }
    }
    if entry.measure == .fairValue && isHeld {
      setCovered(deal)
      note(deal, valuedOn: entry.day)
    }
  }

  private mutating func setCovered(_ deal: Int) {
    isTouched = true
    if isUncovered[deal] { uncovered -= 1 }
    isUncovered[deal] = false
  }

  private mutating func note(_ deal: Int, valuedOn day: Day) {
    lastValued[deal] = day
    expiring.append((day, deal))
  }

  /// Writes down what the group is worth at the end of a day on which something was valued, bought or given up.
  private mutating func finish(_ day: Day) {
    if !isTouched { return }
    isTouched = false
    while head < expiring.count, day.days(since: expiring[head].day) > toleranceDays {
      let (valuedOn, deal) = expiring[head]
      if states[deal].isHeld && lastValued[deal] == valuedOn && !isUncovered[deal] {
        isUncovered[deal] = true
        uncovered += 1
      }
      head += 1
    }
    if uncovered == 0 { values.append(CashFlow(day, worth)) }
  }
}
