import LedgerCore

/// Which months of each book are closed, and by which events.
///
/// Periods of a book are closed in order, so all months up to the last one closed are closed; reopening takes the
/// latest closing back. It is made from the `close` and `reopen` events of a chain in their order.
public struct ClosedPeriods: Sendable {
  /// The closings that stand, of each book in order.
  private var standing: [AccountBook: [Closing]] = [:]
  /// Every closing and reopening in order of recording.
  public private(set) var changes: [PeriodChange] = []

  init() {}

  /// Whether nothing is closed in any book.
  public var isEmpty: Bool { standing.isEmpty }

  /// The closings of a book that stand, the earliest first.
  public func closings(of book: AccountBook) -> [Closing] { standing[book] ?? [] }

  /// The last month that is closed in a book; nil when none is.
  public func lastMonth(of book: AccountBook) -> Month? { standing[book]?.last?.period.last }

  /// The last year that was carried forward in a book; nil when none was.
  public func lastYear(of book: AccountBook) -> Int? {
    for closing in closings(of: book).reversed() {
      if case .year(let year) = closing.period { return year }
    }
    return nil
  }

  /// The closing that a month of a book lies under; nil when the month is open.
  public func closing(of book: AccountBook, _ month: Month) -> Closing? {
    guard let closings = standing[book], let last = closings.last, month <= last.period.last else { return nil }
    return closings.first { $0.period.last >= month }
  }

  /// Whether a month of a book was closed for the event at a place in the chain.
  public func wasClosed(_ book: AccountBook, _ month: Month, at sequence: Int64) -> Bool {
    var lasts: [Month] = []
    for change in changes where change.book == book && change.sequence < sequence {
      if change.isClosing { lasts.append(change.period.last) } else { _ = lasts.popLast() }
    }
    return lasts.last.map { month <= $0 } ?? false
  }

  /// Closes a period of a book; the caller has checked that it is the next one.
  mutating func close(_ period: Period, of book: AccountBook, _ sequence: Int64, on day: Day) {
    standing[book, default: []].append(Closing(period: period, sequence: sequence, day: day))
    changes.append(PeriodChange(book: book, period: period, sequence: sequence, isClosing: true))
  }

  /// Takes the latest closing of a book back.
  mutating func reopen(_ book: AccountBook, _ sequence: Int64) {
    guard let closing = standing[book]?.popLast() else { return }
    if standing[book]?.isEmpty == true { standing[book] = nil }
    changes.append(PeriodChange(book: book, period: closing.period, sequence: sequence, isClosing: false))
  }
}
