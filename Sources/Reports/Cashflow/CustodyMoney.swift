import LedgerCore
import Portfolio

/// What moved on the holder's account, whatever voucher moved it: plain vouchers may have moved money there that no
/// event of the programme speaks of.
struct CustodyMoney {
  /// What one voucher did to the account, minor units.
  struct Movement {
    let day: Day
    /// Whether it is an opening balance, whatever its day.
    var isOpening = false
    /// The change of the balance.
    var change: Int64 = 0
    /// The part of it that is interest received by a plain voucher.
    var interest: Int64 = 0

    /// Adds another movement; throws when a sum leaves 64 bits.
    mutating func add(_ other: Movement) throws(MoneyOverflow) {
      change = try change.plus(other.change)
      interest = try interest.plus(other.interest)
    }
  }

  /// By voucher, in order of days; nil when the books have no such account.
  let movements: [Movement]?

  /// Reads the postings of the account and of interest received, in the base commodity.
  ///
  /// - Parameter interestEvents: sequences of the events that say themselves what interest they received.
  /// - Throws: what the source throws, or `sumOverflow` when a sum leaves 64 bits.
  init(
    _ source: any LedgerSource, at moment: Moment, interestEvents: Set<Int64>
  ) throws(Diagnostic) {
    let register = source.register
    let custody = CustodyMoney.accounts(register) { $0 == CashAccount.custody || $0.hasPrefix(CashAccount.custody + ":") }
    if custody.isEmpty {
      movements = nil
      return
    }
    let interest = CustodyMoney.accounts(register) { name in
      name.split(separator: ":").contains { $0 == CustodyMoney.interestName }
    }
    var movements: [Movement] = []
    var voucher: Int64 = 0
    var touchesCustody = false
    func close() {
      // Interest that went elsewhere is none of the holder's.
      if !touchesCustody && voucher != 0 { movements.removeLast() }
    }
    let query = PostingQuery(moment: moment, book: .fiscal, accounts: custody.union(interest))
    try source.postings(query) { row throws(Diagnostic) in
      guard row.posting.commodity == register.baseID else { return }
      if row.voucher != voucher {
        close()
        voucher = row.voucher
        touchesCustody = false
        movements.append(Movement(day: row.day, isOpening: row.isOpening))
      }
      let last = movements.count - 1
      if custody.contains(row.posting.account) {
        touchesCustody = true
        try movements[last].change.add(row.posting.amount)
      } else if !interestEvents.contains(row.sequence) {
        try movements[last].interest.add(0 &- row.posting.amount)
      }
    }
    close()
    self.movements = movements
  }

  /// The part of an account's name that says that it is interest received.
  private static let interestName = "利息收入"

  private static func accounts(_ register: Register, where matches: (String) -> Bool) -> Set<AccountID> {
    Set(register.accounts.filter { $0.book == .fiscal && matches($0.name) }.map(\.id))
  }
}
