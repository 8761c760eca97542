import LedgerCore

/// Finds the plain events that state opening balances, among the postings of those that are dated with `opening` events.
public struct PlainOpenings {
  private var events: [Int64: (day: Day, accounts: Set<AccountID>)] = [:]

  /// Nothing yet.
  public init() {}

  /// Adds a posting of a plain event.
  public mutating func add(_ event: Int64, on day: Day, _ account: AccountID) {
    events[event, default: (day, [])].accounts.insert(account)
  }

  /// The books that the events post to.
  public func books(_ register: Register) -> Set<AccountBook> {
    Set(events.values.flatMap { $0.accounts.map { register[$0].book } })
  }

  /// The events that state openings, ascending.
  ///
  /// - Parameter beginnings: the first day of each of these books.
  public func found(_ register: Register, beginnings: [AccountBook: Day]) -> [Int64] {
    events.filter { register.statesOpenings($0.value.accounts, on: $0.value.day, beginnings: beginnings) }.keys.sorted()
  }
}
