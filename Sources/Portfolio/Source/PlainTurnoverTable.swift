import LedgerCore

/// Sums what plain vouchers moved, by origin, month, account and commodity.
public struct PlainTurnoverTable {
  /// What one sum is about.
  public struct Key: Hashable, Sendable {
    public let origin: PlainTurnover.Origin
    public let month: Month
    public let account: AccountID
    public let commodity: CommodityID

    public init(origin: PlainTurnover.Origin, month: Month, account: AccountID, commodity: CommodityID) {
      self.origin = origin
      self.month = month
      self.account = account
      self.commodity = commodity
    }

    @inlinable
    public func hash(into hasher: inout Hasher) {
      // One word in place of four: an import hashes a key for every plain posting.
      hasher.combine(
        UInt64(truncatingIfNeeded: account.rawValue) ^ UInt64(truncatingIfNeeded: month.number) << 32
          ^ UInt64(origin.rawValue) << 56 ^ UInt64(truncatingIfNeeded: commodity.rawValue) << 60)
    }
  }

  /// The vouchers of an event on one day.
  private struct EventDay: Hashable {
    let sequence: Int64
    let day: Day
  }

  private let register: Register
  /// All sums so far.
  public private(set) var sums: [Key: BalanceTable.Turnover] = [:]

  public init(register: Register) { self.register = register }

  /// Takes in what an event's plain vouchers moved.
  ///
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  public mutating func add(_ recorded: RecordedEvent) throws(Diagnostic) {
    for voucher in recorded.vouchers {
      if voucher.rule == Voucher.switchRule {
        for posting in voucher.postings { try add(posting, .switchOver, voucher.day.month) }
      } else if voucher.rule == Voucher.entryRule || (voucher.rule == Voucher.redRule && recorded.reversesEntry) {
        let origin = origin(of: recorded.vouchers, on: voucher.day)
        for posting in voucher.postings { try add(posting, origin, voucher.day.month) }
      }
    }
  }

  /// Takes in rows of plain vouchers; all rows of a day belong to the same call.
  ///
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  public mutating func add(_ rows: [PostingRow]) throws(Diagnostic) {
    var origins: [EventDay: PlainTurnover.Origin] = [:]
    for row in rows where row.rule != Voucher.switchRule {
      let key = EventDay(sequence: row.sequence, day: row.day)
      origins[key, default: []].formUnion(origin(of: row.posting.account, in: row.book))
    }
    for row in rows {
      let key = EventDay(sequence: row.sequence, day: row.day)
      let origin = row.rule == Voucher.switchRule ? .switchOver : origins[key] ?? []
      try add(row.posting, origin, row.day.month)
    }
  }

  /// Takes in a sum that was kept.
  ///
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  public mutating func add(_ key: Key, debit: Int64, credit: Int64) throws(Diagnostic) {
    guard sums[key, default: .init()].add(debit: debit, credit: credit) else {
      throw Diagnostic.sumOverflow
    }
  }

  /// Forgets all sums, once they are stored.
  public mutating func removeAll() { sums.removeAll(keepingCapacity: true) }

  /// The sums of a commodity, in order of origin, month and account.
  public func rows(in commodity: CommodityID) -> [PlainTurnover] {
    sums.filter { $0.key.commodity == commodity }.map { key, turnover in
      PlainTurnover(
        origin: key.origin, month: key.month, account: key.account, commodity: key.commodity, debit: turnover.debit,
        credit: turnover.credit)
    }.sorted {
      ($0.origin.rawValue, $0.month, $0.account) < ($1.origin.rawValue, $1.month, $1.account)
    }
  }

  private mutating func add(_ posting: Posting, _ origin: PlainTurnover.Origin, _ month: Month) throws(Diagnostic) {
    let key = Key(origin: origin, month: month, account: posting.account, commodity: posting.commodity)
    try add(key, debit: posting.debit, credit: posting.credit)
  }

  /// Vouchers of the closing period stand in two years: those of one day are told apart from the others.
  private func origin(of vouchers: [Voucher], on day: Day) -> PlainTurnover.Origin {
    var origin: PlainTurnover.Origin = []
    for voucher in vouchers where voucher.day == day && voucher.rule != Voucher.switchRule {
      for posting in voucher.postings { origin.formUnion(self.origin(of: posting.account, in: voucher.book)) }
    }
    return origin
  }

  private func origin(of account: AccountID, in book: AccountBook) -> PlainTurnover.Origin {
    guard book == .fiscal || book == .budget else { return [] }
    switch register[account].accountClass {
    case .income, .expense: return book == .fiscal ? .fiscalResult : .budgetResult
    default: return []
    }
  }
}
