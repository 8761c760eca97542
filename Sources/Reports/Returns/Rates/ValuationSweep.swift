import Analytics
import LedgerCore
import Portfolio

/// Finds what groups of deals were worth on the days on which all that they held had been valued lately.
///
/// A first payment values a deal at what it cost. A holding that the books began with has no value until somebody
/// states one: its carrying amount is no valuation.
struct ValuationSweep {
  /// One deal of the group at hand.
  private struct Member {
    let deal: Int
    var state: HoldingState
    /// The day of the last valuation or first payment; whether that is too long ago.
    var lastValued = Day.always
    var isUncovered = false
  }

  private let toleranceDays: Int
  /// The first payments that openings state, by deal.
  private let since: [Day]
  /// The deals of the group at hand, and by deal the place of each among them; -1 for any other.
  private var members: [Member] = []
  private var places: [Int32]
  /// The group at hand: what it is worth, how many holdings were not valued lately, its values so far.
  private var worth: Int64 = 0
  private var uncovered = 0
  private var values: [CashFlow] = []
  /// Valuations of the group in order of days, to be looked at again when they have grown old.
  private var expiring: [(day: Day, member: Int)] = []
  private var head = 0
  private var isTouched = false

  /// Begins with deals on which nothing happened yet.
  ///
  /// - Parameter toleranceDays: how old a valuation may be.
  init(_ entries: ReturnEntries, toleranceDays: Int) {
    self.toleranceDays = toleranceDays
    since = entries.since
    places = Array(repeating: -1, count: since.count)
  }

  /// The values of the group that these entries are of, ascending by day.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  mutating func values(of entries: ArraySlice<ReturnEntry>) throws(MoneyOverflow) -> [CashFlow] {
    (worth, uncovered, head, isTouched) = (0, 0, 0, false)
    for member in members { places[member.deal] = -1 }
    members.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    expiring.removeAll(keepingCapacity: true)
    var today = entries.first?.day ?? .always
    for entry in entries {
      // What comes back leaves what is held and its worth as they are; a dividend received is receivable no more.
      let isDividend = entry.measure == .receivedTreasury || entry.measure == .receivedHolder
      if entry.part == .distribution && !isDividend { continue }
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
    let index = member(Int(entry.deal))
    let (before, wasHeld) = (members[index].state.residual, members[index].state.isHeld)
    try members[index].state.apply(entry)
    let isHeld = members[index].state.isHeld
    worth = try worth.plus(members[index].state.residual).minus(before)
    if isHeld != wasHeld {
      setCovered(index)
      if isHeld && entry.measure == .openingCost {
        members[index].isUncovered = true
        uncovered += 1
      } else if isHeld {
        note(index, valuedOn: entry.day)
      }
    }
    if entry.measure == .fairValue && isHeld {
      setCovered(index)
      note(index, valuedOn: entry.day)
    }
  }

  /// The place of a deal in the group; a deal comes into it with its first entry.
  private mutating func member(_ deal: Int) -> Int {
    if places[deal] >= 0 { return Int(places[deal]) }
    var state = HoldingState()
    if since[deal] != .never { state.state(since: since[deal]) }
    places[deal] = Int32(clamping: members.count)
    members.append(Member(deal: deal, state: state))
    return members.count - 1
  }

  private mutating func setCovered(_ index: Int) {
    isTouched = true
    if members[index].isUncovered { uncovered -= 1 }
    members[index].isUncovered = false
  }

  private mutating func note(_ index: Int, valuedOn day: Day) {
    members[index].lastValued = day
    expiring.append((day, index))
  }

  /// Writes down what the group is worth at the end of a day on which something was valued, bought or given up.
  private mutating func finish(_ day: Day) {
    if !isTouched { return }
    isTouched = false
    while head < expiring.count, day.days(since: expiring[head].day) > toleranceDays {
      let (valuedOn, index) = expiring[head]
      let member = members[index]
      if member.state.isHeld && member.lastValued == valuedOn && !member.isUncovered {
        members[index].isUncovered = true
        uncovered += 1
      }
      head += 1
    }
    if uncovered == 0 { values.append(CashFlow(day, worth)) }
  }
}
