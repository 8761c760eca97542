import Analytics
import LedgerCore
import Portfolio

/// What groups of deals were worth on the days on which all that they held had been valued lately.
///
/// A first payment values a deal at what it cost. A holding that the books began with has no value until somebody
/// states one: its carrying amount is no valuation.
struct ValuationSweep {
  /// The values of each group, ascending by day.
  private(set) var values: [[CashFlow]]
  private let toleranceDays: Int
  private let groups: [Int32]
  private var states: [HoldingState]
  /// By deal: the day of the last valuation or first payment, and whether it is too long ago.
  private var lastValued: [Day]
  private var isUncovered: [Bool]
  /// By group: what it is worth now, and how many holdings were not valued lately.
  private var worth: [Int64]
  private var uncovered: [Int32]
  /// Valuations in order of days, to be looked at again when they have grown old.
  private var expiring: [(day: Day, deal: Int)] = []
  private var head = 0
  private var touched: [Int] = []

  /// Sweeps over entries by day.
  ///
  /// - Parameters:
  ///   - groups: the group of every deal, by deal id.
  ///   - toleranceDays: how old a valuation may be.
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  init(_ entries: ReturnEntries, groups: [Int32], count: Int, toleranceDays: Int) throws(MoneyOverflow) {
    self.groups = groups
    self.toleranceDays = toleranceDays
    states = ReturnsFold.unpaid(entries)
    lastValued = Array(repeating: .always, count: states.count)
    isUncovered = Array(repeating: false, count: states.count)
    worth = Array(repeating: 0, count: count)
    uncovered = Array(repeating: 0, count: count)
    values = Array(repeating: [], count: count)
    var today = entries.deals.first?.day ?? .always
    for entry in entries.deals {
      if entry.day != today {
        finish(today)
        today = entry.day
      }
      try take(entry)
    }
    finish(today)
  }

  private mutating func take(_ entry: ReturnEntry) throws(MoneyOverflow) {
    let deal = Int(entry.deal)
    let group = Int(groups[deal])
    let (before, wasHeld) = (states[deal].residual, states[deal].isHeld)
    try states[deal].apply(entry)
    let isHeld = states[deal].isHeld
    worth[group] = try worth[group].plus(states[deal].residual).minus(before)
    if isHeld != wasHeld {
      touched.append(group)
      setCovered(deal, group)
      if isHeld && entry.measure == .openingCost {
        isUncovered[deal] = true
        uncovered[group] += 1
      } else if isHeld {
        note(deal, valuedOn: entry.day)
      }
    }
    if entry.measure == .fairValue && isHeld {
      touched.append(group)
      setCovered(deal, group)
      note(deal, valuedOn: entry.day)
    }
  }

  private mutating func setCovered(_ deal: Int, _ group: Int) {
    if isUncovered[deal] { uncovered[group] -= 1 }
    isUncovered[deal] = false
  }

  private mutating func note(_ deal: Int, valuedOn day: Day) {
    lastValued[deal] = day
    expiring.append((day, deal))
  }

  /// Writes down what the groups that something happened to are worth at the end of a day.
  private mutating func finish(_ day: Day) {
    while head < expiring.count, day.days(since: expiring[head].day) > toleranceDays {
      let (valuedOn, deal) = expiring[head]
      if states[deal].isHeld && lastValued[deal] == valuedOn && !isUncovered[deal] {
        isUncovered[deal] = true
        uncovered[Int(groups[deal])] += 1
      }
      head += 1
    }
    for group in touched where uncovered[group] == 0 && values[group].last?.day != day {
      values[group].append(CashFlow(day, worth[group]))
    }
    touched.removeAll(keepingCapacity: true)
  }
}
