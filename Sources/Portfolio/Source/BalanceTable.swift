import LedgerCore

/// Turnover by month, account, commodity and dimensions, kept while events are recorded.
public struct BalanceTable {
  /// What one sum is about.
  public struct Key: Hashable, Sendable {
    public var month: Month
    public var account: AccountID
    public var commodity: CommodityID
    public var dimensions: Dimensions

    public init(month: Month, account: AccountID, commodity: CommodityID, dimensions: Dimensions) {
      self.month = month
      self.account = account
      self.commodity = commodity
      self.dimensions = dimensions
    }

    @inlinable
    public func hash(into hasher: inout Hasher) {
      // Few bits differ from key to key; one word is hashed in place of eight.
      var word = UInt64(truncatingIfNeeded: month.number) << 40 ^ UInt64(truncatingIfNeeded: account.rawValue)
      word ^= UInt64(truncatingIfNeeded: commodity.rawValue) << 32
      word ^= UInt64(truncatingIfNeeded: dimensions.deal.rawValue) &* 0x9E37_79B9_7F4A_7C15
      word ^= UInt64(truncatingIfNeeded: dimensions.envelope.rawValue) &* 0xC2B2_AE3D_27D4_EB4F
      word ^= UInt64(truncatingIfNeeded: dimensions.party.rawValue) &* 0x1656_67B1_9E37_79F9
      hasher.combine(word)
    }
  }

  /// Both turnovers, minor units.
  public struct Turnover: Hashable, Sendable {
    public var debit: Int64 = 0
    public var credit: Int64 = 0

    public init(debit: Int64 = 0, credit: Int64 = 0) {
      self.debit = debit
      self.credit = credit
    }
  }

  public private(set) var turnovers: [Key: Turnover] = [:]

  public init() {}

  /// Takes in the postings of vouchers; throws when a sum leaves 64 bits.
  public mutating func add(_ vouchers: [Voucher]) throws(Diagnostic) {
    for voucher in vouchers {
      let month = voucher.day.month
      for posting in voucher.postings {
        let key = Key(
          month: month, account: posting.account, commodity: posting.commodity, dimensions: posting.dimensions)
        let overflow = turnovers[key, default: Turnover()].add(posting)
        if overflow { throw Diagnostic(.sumOverflow, "a balance leaves the range of 64-bit minor units") }
      }
    }
  }

  /// Forgets all sums, once they are stored.
  public mutating func removeAll() { turnovers.removeAll(keepingCapacity: true) }

  func balance(
    of account: AccountID, _ commodity: CommodityID, through month: Month
  ) throws(Diagnostic) -> Int64 {
    var sum: Int64 = 0
    for (key, turnover) in turnovers
    where key.account == account && key.commodity == commodity && key.month <= month {
      sum &+= turnover.debit &- turnover.credit
    }
    return sum
  }

  func movements(_ query: MovementQuery, register: Register) throws(Diagnostic) -> [Movement] {
    var table = MovementTable(query: query)
    for (key, turnover) in turnovers where query.book == nil || register[key.account].book == query.book {
      try table.add(
        account: key.account, commodity: key.commodity, dimensions: key.dimensions, opening: 0,
        debit: turnover.debit, credit: turnover.credit)
    }
    return table.rows
  }
}

extension BalanceTable.Turnover {
  /// Adds a posting; true when a sum left 64 bits.
  mutating func add(_ posting: Posting) -> Bool {
    let (debit, over) = debit.addingReportingOverflow(posting.debit)
    let (credit, overCredit) = credit.addingReportingOverflow(posting.credit)
    self.debit = debit
    self.credit = credit
    return over || overCredit
  }
}
