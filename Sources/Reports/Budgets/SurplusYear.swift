import LedgerCore
import Portfolio

/// One year's way from budget surplus to accrual surplus: both ends from balances, the lines from facts.
struct SurplusYear {
  /// 本年预算结余 by the balances of the budget book.
  let budget: Int64
  /// 本期盈余 by the balances of the fiscal book.
  let fiscal: Int64
  /// What each line adds, minor units.
  private(set) var lines: [SurplusLine: Int64] = [:]

  /// Reads both ends of a year; the lines are added from facts and plain vouchers.
  ///
  /// - Parameter book: the book in which the budget stands; where it is the fiscal one, both ends are the same.
  init(_ source: any LedgerSource, _ year: StatementYear, budgetBook book: AccountBook) throws(Diagnostic) {
    budget = try SurplusYear.result(try year.movements(source, book), source.register)
    fiscal = try SurplusYear.result(try year.movements(source, .fiscal), source.register)
  }

  /// Adds to a line.
  mutating func add(_ amount: Int64, to line: SurplusLine) throws(Diagnostic) {
    if amount != 0 { try lines[line, default: 0].add(amount) }
  }

  /// Takes in what plain vouchers did in the year.
  mutating func add(_ plain: PlainResults, of year: StatementYear) throws(Diagnostic) {
    for (origin, sides) in plain.sides(of: year) {
      let difference = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try sides.fiscal.minus(sides.budget) }
      if origin.contains(.switchOver) {
        try add(difference, to: .switchOver)
      } else if origin == .fiscalResult {
        try add(difference, to: .plainFiscal)
      } else {
        try add(difference, to: origin == .budgetResult ? .plainBudget : .plainBoth)
      }
    }
  }

  /// What the lines lead to, to be compared with the balances.
  var expected: Int64 {
    get throws(Diagnostic) {
      var sum = budget
      for amount in lines.values { try sum.add(amount) }
      return sum
    }
  }

  /// What no line explains; 0 when the statement comes out.
  var residual: Int64 {
    get throws(Diagnostic) {
      var rest = fiscal
      try rest.add(0 &- (try expected))
      return rest
    }
  }

  /// Income less expense of a book.
  private static func result(_ movements: [Movement], _ register: Register) throws(Diagnostic) -> Int64 {
    var sum: Int64 = 0
    for movement in movements {
      let accountClass = register[movement.account].accountClass
      guard accountClass == .income || accountClass == .expense else { continue }
      try sum.add(movement.credit)
      try sum.add(0 &- movement.debit)
    }
    return sum
  }
}
