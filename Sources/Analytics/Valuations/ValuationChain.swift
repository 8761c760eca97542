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

    /// What is at work after the day, with what was paid in and taken out since the value was stated.
    var capital: Double { value - unseen }
  }

  /// The first payment at cost, then the valuations on its day or after it.
  private(set) var links: [Link]
  /// The days of flows that have no valuation near to them.
  private(set) var missing: [Day] = []
  /// Whether anything came back while nothing was at work, of which no valuation could say more.
  private(set) var isOutOfNothing = false
  private let toleranceDays: Int

  /// A chain that begins with the first payment, worth what it cost; what it was valued at on its day comes next.
  init(first: CashFlow, valuations: [CashFlow], toleranceDays: Int) {
    let cost = -Double(first.amount)
    links = [Link(day: first.day, value: cost)]
    for valuation in valuations where valuation.day >= first.day {
      let isCost = valuation.day == first.day && Double(valuation.amount) == cost
      if !isCost { links.append(Link(day: valuation.day, value: Double(valuation.amount))) }
    }
    self.toleranceDays = toleranceDays
  }

  /// Takes in a flow after the first; flows come ascending by day.
  mutating func take(_ flow: CashFlow) {
    let next = index(notBefore: flow.day)
    if next < links.count, links[next].day.days(since: flow.day) <= toleranceDays {
      links[next].seen += Double(flow.amount)
    } else if next > 0, flow.amount > 0, links[next - 1].capital == 0 {
      isOutOfNothing = true
    } else if next > 0, flow.day.days(since: links[next - 1].day) <= toleranceDays {
      links[next - 1].unseen += Double(flow.amount)
    } else {
      missing.append(flow.day)
    }
  }

  /// Takes in a fee, after all flows: it lowers the stretch that it falls in.
  ///
  /// One after the last valuation lowers the last stretch, and one paid while nothing was at work the last stretch before
  /// in which something was: there is no later one that could bear it.
  mutating func take(fee: CashFlow) {
    var place = min(max(1, index(notBefore: fee.day)), links.count - 1)
    while place > 1 && links[place - 1].capital == 0 { place -= 1 }
    if place > 0 { links[place].fees += Double(fee.amount) }
  }

  /// Notes the end of the period as missing unless nothing is held by then or the last valuation is near.
  mutating func reach(_ end: Day) {
    guard let last = links.last, last.capital != 0, end.days(since: last.day) > toleranceDays else { return }
    if missing.last != end { missing.append(end) }
  }

  /// What one unit of money grew to, or nil when a value was below zero or something came out of nothing.
  var growth: Double? {
    guard let first = links.first, !isOutOfNothing else { return nil }
    var growth = 1.0
    var capital = first.capital
    for link in links.dropFirst() {
      let grown = link.value + link.seen + link.fees
      if capital < 0 || grown < 0 { return nil }
      if capital > 0 {
        growth *= grown / capital
      } else if grown != 0 {
        return nil
      }
      capital = link.capital
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
