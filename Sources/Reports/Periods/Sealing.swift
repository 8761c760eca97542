import LedgerCore
import Portfolio

/// A moment at which a year was closed in all four books: what a seal is put on.
public struct Sealing: Hashable, Sendable {
  /// The `close` event that completed it.
  public let sequence: Int64
  /// The `reopen` event that broke it; nil while it stands.
  public let reopened: Int64?

  /// Every moment at which a year was sealed, in order of recording.
  public static func all(of year: Int, in periods: ClosedPeriods) -> [Sealing] {
    var closed: Set<AccountBook> = []
    var found: [Sealing] = []
    var since: Int64?
    for change in periods.changes where change.period == .year(year) {
      if change.isClosing {
        closed.insert(change.book)
        if closed.count == AccountBook.allCases.count { since = change.sequence }
      } else {
        closed.remove(change.book)
        if let sequence = since { found.append(Sealing(sequence: sequence, reopened: change.sequence)) }
        since = nil
      }
    }
    if let since { found.append(Sealing(sequence: since, reopened: nil)) }
    return found
  }

  /// The moment that a year is sealed at now; nil when it is open in some book.
  public static func standing(of year: Int, in periods: ClosedPeriods) -> Sealing? {
    all(of: year, in: periods).last.flatMap { $0.reopened == nil ? $0 : nil }
  }
}
