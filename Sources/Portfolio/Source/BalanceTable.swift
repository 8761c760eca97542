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
    /// Whether the account has moved in the month at hand.
    var isTouched = false

    public init(debit: Int64 = 0, credit: Int64 = 0) {
      self.debit = debit
      self.credit = credit
    }
  }

  /// Sums of every month but the one at hand, and of all that has dimensions or another commodity.
  private var settled: [Key: Turnover] = [:]
  /// Most journals are in order of days and of one commodity: the month at hand is a plain array by account.
  private var month = Month(number: .min)
  private var columns: [Turnover] = []
  /// Accounts of the month at hand that have moved.
  private var moved: [Int32] = []
  /// The commodity that the array is for: the base commodity, which has the first id.
  private static let base = CommodityID(1)

  public init() {}

  /// All sums.
  public var turnovers: [Key: Turnover] {
    if moved.isEmpty { return settled }
    var copy = self
    copy.settle()
    return copy.settled
  }

  /// Takes in the postings of vouchers; throws when a sum leaves 64 bits.
  public mutating func add(_ vouchers: [Voucher]) throws(Diagnostic) {
    for voucher in vouchers {
      let month = voucher.day.month
      for posting in voucher.postings {
        let isPlain = posting.commodity == BalanceTable.base && posting.dimensions == .none
        let overflows = isPlain ? addPlain(posting, month) : addKeyed(posting, month)
        if overflows { throw Diagnostic.sumOverflow }
      }
    }
  }

  /// Forgets all sums, once they are stored.
  public mutating func removeAll() {
    settle()
    settled.removeAll(keepingCapacity: true)
  }

  private mutating func addKeyed(_ posting: Posting, _ month: Month) -> Bool {
    let key = Key(month: month, account: posting.account, commodity: posting.commodity, dimensions: posting.dimensions)
    return settled[key, default: Turnover()].add(posting)
  }

  private mutating func addPlain(_ posting: Posting, _ month: Month) -> Bool {
    if month != self.month {
      settle()
      self.month = month
    }
    let index = Int(posting.account.rawValue)
    if index >= columns.count {
      columns.append(contentsOf: repeatElement(Turnover(), count: max(index + 1, columns.count * 2) - columns.count))
    }
    if !columns[index].isTouched {
      // What an earlier visit to the month left is taken up, so that every sum is checked as a whole.
      columns[index] = settled[plainKey(posting.account)] ?? Turnover()
      columns[index].isTouched = true
      moved.append(posting.account.rawValue)
    }
    return columns[index].add(posting)
  }

  /// Brings the month at hand to the others.
  private mutating func settle() {
    for account in moved {
      var turnover = columns[Int(account)]
      turnover.isTouched = false
      columns[Int(account)] = turnover
      settled[plainKey(AccountID(account))] = turnover
    }
    moved.removeAll(keepingCapacity: true)
  }

  private func plainKey(_ account: AccountID) -> Key {
    Key(month: month, account: account, commodity: BalanceTable.base, dimensions: .none)
  }

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

  func standing(
    in book: AccountBook, through month: Month, register: Register
  ) throws(Diagnostic) -> [StandingBalance] {
    var table = MovementTable(query: MovementQuery(isByDimensions: true))
    for (key, turnover) in turnovers where key.month <= month && register[key.account].book == book {
      try table.add(
        account: key.account, commodity: key.commodity, dimensions: key.dimensions, opening: 0,
        debit: turnover.debit, credit: turnover.credit)
    }
    return try table.balances
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
  /// Adds both sides; false when a sum left 64 bits.
  public mutating func add(debit: Int64, credit: Int64) -> Bool {
    let (debits, over) = self.debit.addingReportingOverflow(debit)
    let (credits, overCredit) = self.credit.addingReportingOverflow(credit)
    (self.debit, self.credit) = (debits, credits)
    return !over && !overCredit
  }

  /// Adds a posting; true when a sum left 64 bits.
  mutating func add(_ posting: Posting) -> Bool {
    let (debit, over) = debit.addingReportingOverflow(posting.debit)
    let (credit, overCredit) = credit.addingReportingOverflow(posting.credit)
    self.debit = debit
    self.credit = credit
    return over || overCredit
  }
}
