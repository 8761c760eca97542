import LedgerCore
import Portfolio
import ReportDocument

/// What the budget book says of one year: income and outlay by account, and the carry-over that they change.
struct BudgetYear {
  /// Income or outlay of one account in the year, minor units; both above zero in their usual direction.
  struct Line {
    let account: Account
    let nature: FundNature?
    let amount: Int64
  }

  /// 结转结余 of one of the three budgets: what it began with and what was booked to it without being income or outlay.
  struct CarryOver {
    /// 年初结转结余.
    var opening: Int64 = 0
    /// Booked straight to the carry-over: opening balances, errors of prior years.
    var direct: Int64 = 0
  }

  let income: [Line]
  let outlay: [Line]
  /// By the three budgets; nil for accounts that name none.
  let carryOvers: [FundNature?: CarryOver]
  /// 资金结存 at the end: what the budget book says that there is; nil where the budget has no book of its own.
  let fundsAtEnd: Int64?

  /// Reads the balances of the budget book; closing vouchers are left out, as they only move results to the carry-over.
  init(_ source: any LedgerSource, _ year: StatementYear, _ effects: RuleEffects) throws(Diagnostic) {
    var income: [Line] = []
    var outlay: [Line] = []
    var carryOvers: [FundNature?: CarryOver] = [:]
    var funds: Int64 = 0
    let book = effects.budgetBook(on: year.end)
    for movement in try year.movements(source, book) {
      let account = source.register[movement.account]
      let nature = FundNature(of: account)
      let credit = try Diagnostic.onOverflow { () throws(MoneyOverflow) in
        (opening: try Int64(0).minus(movement.opening), year: try movement.credit.minus(movement.debit))
      }
      switch account.accountClass {
      case .asset, .liability, .memo:
        try funds.add(0 &- credit.opening)
        try funds.add(0 &- credit.year)
        continue
      case .income: income.append(Line(account: account, nature: nature, amount: credit.year))
      case .expense: outlay.append(Line(account: account, nature: nature, amount: 0 &- credit.year))
      case .netAssets:
        // One set of accounts has other net assets beside the budget's carry-over.
        if book != .budget && !account.name.contains(BudgetYear.carryOverName) { continue }
        try carryOvers[nature, default: CarryOver()].direct.add(credit.year)
      }
      try carryOvers[nature, default: CarryOver()].opening.add(credit.opening)
    }
    self.income = income.filter { $0.amount != 0 }.sorted { $0.account.stands(before: $1.account) }
    self.outlay = outlay.filter { $0.amount != 0 }.sorted { $0.account.stands(before: $1.account) }
    self.carryOvers = carryOvers
    fundsAtEnd = book == .budget ? funds : nil
  }

  /// The part of the names of accounts that hold the carry-over.
  private static let carryOverName = "结转结余"

  /// 本年预算结余 of all three budgets together: income less outlay.
  var surplus: Int64 {
    get throws(Diagnostic) {
      var sum: Int64 = 0
      for line in income { try sum.add(line.amount) }
      for line in outlay { try sum.add(0 &- line.amount) }
      return sum
    }
  }
}

extension FundNature {
  /// The budget that an account of the budget book belongs to, by its name; nil when it names none.
  init?(of account: Account) {
    guard let nature = FundNature.allCases.first(where: { account.name.contains($0.chinese) }) else { return nil }
    self = nature
  }

  /// The budget's name for people.
  var phrase: Phrase {
    switch self {
    case .general: Phrase(chinese, "General public budget")
    case .fund: Phrase(chinese, "Government fund budget")
    case .capital: Phrase(chinese, "State capital budget")
    }
  }
}
