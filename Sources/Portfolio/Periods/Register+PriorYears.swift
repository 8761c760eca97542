import LedgerCore

extension Register {
  /// Whether what a day of a book held is of a prior year to a later day: what that year earned and spent is net assets by
  /// then, whether its closing is recorded already or not.
  ///
  /// Never so under rules whose year end carries nothing forward in the book.
  public func isOfPriorYear(_ day: Day, of book: AccountBook, on later: Day) -> Bool {
    day.year < later.year && timeline.rules(on: day).yearEnd.contains { $0.book == book }
  }

  /// The account that stands for income or expense of a prior year (E12): that against which the rules correct money of
  /// a prior year (以前年度盈余调整), or else the one to which the year end carries the account forward (结转结余).
  ///
  /// - Returns: nil for accounts that are neither income nor expense, or that the year end leaves as they are.
  func priorYearAccount(for account: Account, on day: Day) -> Account? {
    guard account.accountClass == .income || account.accountClass == .expense else { return nil }
    let rules = timeline.rules(on: day)
    for rule in rules.rules(for: EventDeclaration.adjust.name) {
      for line in rule.lines[account.book] ?? [] where line.measure == .correctedCash {
        if let target = self.account(named: line.account), target.accountClass == .netAssets { return target }
      }
    }
    var carried: Account?
    for transfer in rules.yearEnd where transfer.first <= day && day <= transfer.last && transfer.takes(carried ?? account) {
      carried = self.account(named: transfer.to) ?? carried
    }
    return carried
  }
}
