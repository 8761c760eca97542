import LedgerCore

/// Flows netted by moment, ascending in years from the first of them, without zeros: the input of every solver.
struct TimedFlows: Sendable {
  /// Years from the earliest day, strictly ascending.
  private(set) var times: [Double] = []
  /// The netted amount at each time, never 0.
  private(set) var amounts: [Double] = []
  /// Whether the latest statement of all is a value of zero, after every flow.
  private(set) var endsWorthless = false

  /// Years from the first to the last flow.
  var span: Double { (times.last ?? 0) - (times.first ?? 0) }

  /// Whether every amount and time is a number.
  var isFinite: Bool { amounts.allSatisfy(\.isFinite) && times.allSatisfy(\.isFinite) }

  /// How often the sign of the amounts changes in the order of time.
  var signChanges: Int {
    var changes = 0
    for index in amounts.indices.dropFirst() where (amounts[index] < 0) != (amounts[index - 1] < 0) { changes += 1 }
    return changes
  }

  /// The position of the first flow whose sign differs from its predecessor's, or nil when there is none.
  var firstSignChange: Int? {
    amounts.indices.dropFirst().first { (amounts[$0] < 0) != (amounts[$0 - 1] < 0) }
  }

  /// Whether the flows cover fewer than 365 days, or nil for flows without dates.
  private(set) var isUnderOneYear: Bool?

  /// No flows.
  init() {}

  /// Nets dated money exactly, in 128 bits, before anything becomes a floating point number.
  init(_ flows: [CashFlow], by dayCount: DayCount) { load(flows[...], by: dayCount) }

  /// Takes other dated money in the same memory, netted exactly.
  mutating func load(_ flows: ArraySlice<CashFlow>, by dayCount: DayCount) {
    times.removeAll(keepingCapacity: true)
    amounts.removeAll(keepingCapacity: true)
    endsWorthless = false
    if flows.isSorted(by: { $0.day < $1.day }) { return take(flows, by: dayCount) }
    let sorted = flows.isSorted { $0.day <= $1.day } ? flows : flows.sorted { $0.day < $1.day }[...]
    gather(sorted, by: dayCount, day: \.day, isZero: { $0.amount == 0 }) { sameDay in
      if sameDay.count == 1, let only = sameDay.first { return Double(only.amount) }
      return Double(nearest: sameDay.reduce(Int128(0)) { $0 + Int128($1.amount) })
    }
  }

  /// Takes money of which each day has one amount, ascending.
  private mutating func take(_ flows: ArraySlice<CashFlow>, by dayCount: DayCount) {
    reserve(flows.count)
    var days: (first: Day, last: Day)?
    for flow in flows where flow.amount != 0 {
      let first = days?.first ?? flow.day
      days = (first, flow.day)
      let years = dayCount == .actual365Fixed ? Double(flow.day.days(since: first)) / 365 : dayCount.years(from: first, to: flow.day)
      append(years, Double(flow.amount))
    }
    endsWorthless = flows.last.map { $0.amount == 0 } ?? false
    isUnderOneYear = days.map { $0.last.days(since: $0.first) < 365 } ?? true
  }

  /// Nets dated fractional amounts, in an order that does not depend on the order of the input.
  init(_ flows: [DatedFlow], by dayCount: DayCount) {
    let sorted = flows.sorted { ($0.day, $0.amount) < ($1.day, $1.amount) }
    gather(sorted[...], by: dayCount, day: \.day, isZero: { $0.amount == 0 }) { sameDay in
      sameDay.reduce(0) { $0 + $1.amount }
    }
  }

  /// Takes amounts at moments that already are years or periods, ascending.
  init(times: [Double], amounts: [Double]) {
    reserve(amounts.count)
    var base: Double?
    for (time, amount) in zip(times, amounts) {
      endsWorthless = amount == 0
      guard amount != 0 else { continue }
      append(time - (base ?? time), amount)
      base = base ?? time
    }
  }

  /// Adds the sum of each day of flows sorted by day, and notes whether the last day states a value of zero.
  @inline(__always)
  private mutating func gather<Flow>(
    _ sorted: ArraySlice<Flow>, by dayCount: DayCount, day: (Flow) -> Day, isZero: (Flow) -> Bool,
    sum: (ArraySlice<Flow>) -> Double
  ) {
    reserve(sorted.count)
    var days: (first: Day, last: Day)?
    var start = sorted.startIndex
    while start < sorted.endIndex {
      let today = day(sorted[start])
      var end = start + 1
      while end < sorted.endIndex, day(sorted[end]) == today { end += 1 }
      let sameDay = sorted[start..<end]
      endsWorthless = sameDay.allSatisfy(isZero)
      start = end
      let amount = sum(sameDay)
      guard amount != 0 else { continue }
      let first = days?.first ?? today
      days = (first, today)
      append(dayCount.years(from: first, to: today), amount)
    }
    isUnderOneYear = days.map { $0.last.days(since: $0.first) < 365 } ?? true
  }

  /// Makes room for so many flows at once.
  private mutating func reserve(_ count: Int) {
    times.reserveCapacity(count)
    amounts.reserveCapacity(count)
  }

  /// Adds a flow; one at the moment of its predecessor (31 and 30 of a month in a 30/360 convention) is netted with it.
  private mutating func append(_ time: Double, _ amount: Double) {
    guard let last = times.last, let previous = amounts.last, time <= last else {
      times.append(time)
      amounts.append(amount)
      return
    }
    times.removeLast()
    amounts.removeLast()
    if previous + amount != 0 {
      times.append(last)
      amounts.append(previous + amount)
    }
  }
}

extension RandomAccessCollection where Index == Int {
  /// Whether each element stands in an order to the next.
  func isSorted(by areInOrder: (Element, Element) -> Bool) -> Bool {
    for index in indices.dropFirst() where !areInOrder(self[index - 1], self[index]) { return false }
    return true
  }
}
