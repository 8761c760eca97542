import LedgerCore
import Portfolio

/// What plain vouchers alone did to the results of the two books, event by event: no fact speaks of it.
struct PlainResults {
  /// One event in one year; a voucher of the closing period may stand in two.
  struct Key: Hashable {
    let sequence: Int64
    let year: Int
  }

  /// What one event did to the result of each book, income above zero, minor units.
  struct Sides {
    var fiscal: Int64 = 0
    var budget: Int64 = 0
    /// The part of the budget's result that is outlay, above zero.
    var outlay: Int64 = 0
    /// Whether it moved balances from one chart of accounts to another.
    var isSwitch = false
  }

  private(set) var events: [Key: Sides] = [:]

  /// Reads the plain vouchers of a year and the one before, and only those.
  init(_ source: any LedgerSource, _ year: StatementYear) throws(Diagnostic) {
    let results = Set(
      source.register.accounts.filter {
        ($0.book == .fiscal || $0.book == .budget) && ($0.accountClass == .income || $0.accountClass == .expense)
      }.map(\.id))
    let before = year.before
    let effects = RuleEffects(source)
    let query = PostingQuery(
      moment: year.moment, from: before.from, accounts: results, rules: [PlainResults.rule, Voucher.switchRule])
    try source.postings(query) { row throws(Diagnostic) in
      let isMeant = year.covers(row.day) || before.covers(row.day)
      guard isMeant, row.posting.commodity == source.register.baseID else { return }
      try add(row, source.register, budgetBook: effects.budgetBook(on: row.day))
    }
  }

  private mutating func add(
    _ row: PostingRow, _ register: Register, budgetBook: AccountBook
  ) throws(Diagnostic) {
    let key = Key(sequence: row.sequence, year: row.day.year)
    var sides = events[key] ?? Sides()
    if row.rule == Voucher.switchRule { sides.isSwitch = true }
    if row.book == .fiscal { try sides.fiscal.add(0 &- row.posting.amount) }
    if row.book == budgetBook {
      try sides.budget.add(0 &- row.posting.amount)
      if register[row.posting.account].accountClass == .expense { try sides.outlay.add(row.posting.amount) }
    }
    events[key] = sides
  }

  /// What happened in one year.
  func sides(of year: StatementYear) -> [Sides] { events.filter { $0.key.year == year.year }.map(\.value) }

  /// The rule of plain vouchers.
  static let rule = "entry"
}
