import LedgerCore

/// The amounts of rows by their days, for totals of a period that they name.
///
/// A row may have several days, of its agreement and of its payment: an amount goes by the day of its own event, and a total agrees
/// too when it goes by another day of the rows.
struct DatedSums {
  /// By column of amounts, then by day, the sums with and without the rows that a mapping leaves out; by the day of its own event.
  private var own: [[Day: [Int128]]]
  /// The same by each column of days.
  private var others: [[[Day: [Int128]]]]
  /// The columns of amounts with an amount that no day dates.
  private(set) var undated: Set<Int> = []
  /// By column of amounts, the places of the columns of days that date it.
  private let places: [[Int]]
  /// By column of amounts, the year of the last row above.
  private var lastYears: [Int?]

  init(_ places: [[Int]], days count: Int) {
    self.places = places
    own = places.map { _ in [:] }
    others = places.map { _ in Array(repeating: [:], count: count) }
    lastYears = places.map { _ in nil }
  }

  /// Takes in an amount of a row with the days that the row says.
  mutating func add(_ amount: Int64, _ column: Int, _ days: [Day?], isLeftOut: Bool) {
    let kept = isLeftOut ? 0 : amount
    func added(_ sums: [Int128]?) -> [Int128] { [(sums?[0] ?? 0) + Int128(amount), (sums?[1] ?? 0) + Int128(kept)] }
    let first = places[column].lazy.compactMap { days[$0] }.first ?? (places[column].isEmpty ? days.lazy.compactMap(\.self).first : nil)
    if let first {
      own[column][first] = added(own[column][first])
      lastYears[column] = first.year
    } else {
      undated.insert(column)
    }
    for (place, day) in days.enumerated() {
      if let day { others[column][place][day] = added(others[column][place][day]) }
    }
  }

  /// What the rows of a period may come to, the likeliest first: in the year of the last row, where it names none, then in any other.
  func candidates(_ period: NamedPeriod, _ column: Int) -> [Int128] {
    var found = DatedSums.sums(own[column], period, first: lastYears[column])
    for days in others[column] where !days.isEmpty { found += DatedSums.sums(days, period, first: nil) }
    return found.isEmpty ? [0] : found
  }

  private static func sums(_ days: [Day: [Int128]], _ period: NamedPeriod, first: Int?) -> [Int128] {
    var years = period.year.map { [$0] } ?? Set(days.keys.map(\.year)).sorted(by: >)
    if period.year == nil, let first, let place = years.firstIndex(of: first) { years.swapAt(0, place) }
    return years.flatMap { year in
      var sum: [Int128] = [0, 0]
      let range = period.days(inYear: year)
      for (day, amounts) in days where range.contains(day) {
        sum[0] += amounts[0]
        sum[1] += amounts[1]
      }
      return sum
    }
  }
}
