import LedgerCore
import Portfolio

/// Which accounts the posting rules use for what: read from the rules, so that reports name no account themselves.
struct RuleAccounts {
  private let register: Register
  private let timeline: RuleTimeline

  init(_ source: any LedgerSource) {
    register = source.register
    timeline = source.register.timeline
  }

  /// Accounts that the rules of any chart post a measure to on one side of a book, those below them included.
  func accounts(_ book: AccountBook, _ side: Side, _ measures: Measure...) -> Set<AccountID> {
    accounts(book, side, measures, by: timeline.ruleSets)
  }

  private func accounts(
    _ book: AccountBook, _ side: Side, _ measures: [Measure], by sets: [RuleSet], class: Account.Class? = nil
  ) -> Set<AccountID> {
    var names: Set<String> = []
    for rule in sets.flatMap(\.rules) {
      for line in rule.lines[book] ?? [] where line.side == side && measures.contains(line.measure) {
        names.formUnion(RuleBlank.names(of: line.account))
        // What people post to an account above the details belongs to it as well.
        if let blank = line.account.firstRange(of: ":{") { names.insert(String(line.account[..<blank.lowerBound])) }
      }
    }
    let found = register.accounts.filter {
      $0.book == book && (`class` == nil || $0.accountClass == `class`) && RuleAccounts.isWithin($0.name, names)
    }
    return Set(found.map(\.id))
  }

  /// Whether an account or one above it is among the names.
  private static func isWithin(_ account: String, _ names: Set<String>) -> Bool {
    var name = account[...]
    while true {
      if names.contains(String(name)) { return true }
      guard let colon = name.lastIndex(of: ":") else { return false }
      name = name[..<colon]
    }
  }

  /// 股权投资 with all its details.
  var investments: Set<AccountID> {
    let sets = timeline.ruleSets
    let out: [Measure] = [.costOut, .adjustmentOut, .otherEquityOut, .capitalisedOut]
    return accounts(.fiscal, .credit, out, by: sets, class: .asset)
      .union(accounts(.fiscal, .debit, [.profitShare, .capitalised], by: sets, class: .asset))
  }

  /// What payments of the budget are booked on: 预算支出 of the budget book, or 本级支出 where one set of accounts has both.
  var outlays: Set<AccountID> {
    timeline.ruleSets.reduce(into: []) { found, rules in
      found.formUnion(accounts(rules.outlayBook, .debit, [.paidFresh, .feeFresh], by: [rules], class: .expense))
    }
  }

  /// Accounts beside outlays that closing a year moves them to, in the books that hold outlays.
  var results: Set<AccountID> {
    timeline.ruleSets.reduce(into: []) { found, rules in
      found.formUnion(accounts(rules.outlayBook, of: [.income, .expense]))
      found.formUnion(accounts(rules.outlayBook, .credit, [.correctedCash], by: [rules]))
      if rules.outlayBook == .budget { found.formUnion(accounts(.budget, of: [.netAssets])) }
    }
  }

  /// The books in which outlays stand.
  var outlayBooks: Set<AccountBook> { Set(timeline.ruleSets.map(\.outlayBook)) }

  /// 国库存款: where the holder remits recovered money to.
  var treasury: Set<AccountID> {
    accounts(.fiscal, .debit, [.remitted], by: timeline.ruleSets, class: .asset)
  }

  /// Every account that holds money: assets that are neither investments nor dividends receivable.
  var money: Set<AccountID> {
    let others = investments.union(accounts(.fiscal, .debit, .declared, .declaredIncome))
    return Set(
      register.accounts.filter { $0.book == .fiscal && $0.accountClass == .asset && !others.contains($0.id) }.map(\.id))
  }

  /// Accounts of which the chart says that money stands on them; where it says so of none, every account that may hold
  /// money.
  var cash: Set<AccountID> {
    let found = register.accounts.filter { $0.book == .fiscal && $0.holdsCash }
    return found.isEmpty ? money : Set(found.map(\.id))
  }

  /// Accounts of a book by class.
  func accounts(_ book: AccountBook, of classes: Set<Account.Class>) -> Set<AccountID> {
    Set(register.accounts.filter { $0.book == book && classes.contains($0.accountClass) }.map(\.id))
  }
}
