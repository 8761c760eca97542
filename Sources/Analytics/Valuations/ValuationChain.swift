import LedgerCore

/// The valuations of an investment in order, each with the flows that count on its day.
struct ValuationChain {
  /// One valuation.
  struct Link {
    /// The day that it stands on.
    let day: Day
    /// The value at the end of the day.
    let value: Double
    /// Flows since the valuation before that the value has seen; paid in is negative.
    var seen = 0.0
    /// Flows that come after the value was stated and still count on its day.
    var unseen = 0.0
    /// Fees since the valuation before, negative.
    var fees = 0.0
  }

  /// The first payment, then the valuations after it.
  private(set) var links: [Link]
  /// The days of flows that have no valuation near to them.
  private(set) var missing: [Day] = []
  private let toleranceDays: Int

  /// A chain that begins with the first payment, worth what it cost unless it was valued on its day.
  init(first: CashFlow, valuations: [CashFlow], toleranceDays: Int) {
    let opening = valuations.first { $0.day == first.day }?.amount
    links = [Link(day: first.day, value: opening.map(Double.init) ?? -Double(first.amount))]
    for valuation in valuations where valuation.day > first.day {
      links.append(Link(day: valuation.day, value: Double(valuation.amount)))
    }
    self.toleranceDays = toleranceDays
  }

  /// Takes in a flow after the first.
  mutating func take(_ flow: CashFlow) {
    let next = index(notBefore: flow.day)
    if next < links.count, links[next].day.days(since: flow.day) <= toleranceDays {
      links[next].seen += Double(flow.amount)
    } else if next > 0, flow.day.days(since: links[next - 1].day) <= toleranceDays {
      links[next - 1].unseen += Double(flow.amount)
    } else {
      missing.append(flow.day)
    }
  }

  /// Takes in a fee; one after the last valuation belongs to no stretch that is linked.
  mutating func take(fee: CashFlow) {
    let next = max(1, index(notBefore: fee.day))
    if next < links.count { links[next].fees += Double(fee.amount) }
  }

  /// Notes the end of the period as missing unless nothing is held by then or the last valuation is near.
  mutating func reach(_ end: Day) {
    guard let last = links.last, last.value - last.unseen != 0, end.days(since: last.day) > toleranceDays else { return }
    if missing.last != end { missing.append(end) }
  }

  /// What one unit of money grew to, or nil when a value was below zero or came out of nothing.
  var growth: Double? {
    guard let first = links.first else { return nil }
    var growth = 1.0
    var capital = first.value - first.unseen
    for link in links.dropFirst() {
      let grown = link.value + link.seen + link.fees
      if capital < 0 || grown < 0 { return nil }
      if capital > 0 {
        growth *= grown / capital
      } else if grown != 0 {
        return nil
      }
      capital = link.value - link.unseen
    }
    return growth
  }

  /// The place of the first link on a day or after it.
  private func index(notBefore day: Day) -> Int {
    var (low, high) = (0, links.count)
    while low < high {
      let middle = low + (high - low) / 2
      if links[middle].day < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
