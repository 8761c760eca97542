import LedgerCore
import Portfolio

/// What plain vouchers alone did to the results of the two books: no fact speaks of it.
struct PlainResults {
  /// What events of one origin did to the result of each book in a year, income above zero, minor units.
  struct Sides {
    var fiscal: Int64 = 0
    var budget: Int64 = 0
    /// The part of the budget's result that is outlay, above zero.
    var outlay: Int64 = 0
  }

  /// By year.
  private var sums: [Int: [PlainTurnover.Origin: Sides]] = [:]

  /// Reads what plain vouchers moved in a year and the one before.
  init(_ source: any LedgerSource, _ year: StatementYear, _ effects: RuleEffects) throws(Diagnostic) {
    for stretch in [year, year.before] {
      for row in try source.plainTurnover(from: stretch.from, at: stretch.moment) {
        // A chart changes on the first day of a month.
        try add(row, source.register, budgetBook: effects.budgetBook(on: row.month.start), to: stretch.year)
      }
    }
  }

  private mutating func add(
    _ row: PlainTurnover, _ register: Register, budgetBook: AccountBook, to year: Int
  ) throws(Diagnostic) {
    let account = register[row.account]
    guard account.accountClass == .income || account.accountClass == .expense else { return }
    let amount = try Diagnostic.onOverflow(row.amount)
    var sides = sums[year]?[row.origin] ?? Sides()
    if account.book == .fiscal { try sides.fiscal.add(0 &- amount) }
    if account.book == budgetBook {
      try sides.budget.add(0 &- amount)
      if account.accountClass == .expense { try sides.outlay.add(amount) }
    }
    sums[year, default: [:]][row.origin] = sides
  }

  /// What happened in one year.
  func sides(of year: StatementYear) -> [PlainTurnover.Origin: Sides] { sums[year.year] ?? [:] }
}
