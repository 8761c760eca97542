import LedgerCore

extension Recorder {
  /// Vouchers that take what an event leaves on accounts of an older chart over to the chart in force (新旧衔接).
  ///
  /// A `switch` event leaves everything that stands there; any later event only what its own vouchers post there: one
  /// dated before the change, or the reversal of one. They are dated on the day of the change, or on that of the
  /// voucher when it is later.
  func carryover(of vouchers: [Voucher], opening: Bool, event: Event) throws(Diagnostic) -> [Voucher] {
    let periods = register.timeline.periods
    if periods.count == 1 { return [] }
    var pending = vouchers.flatMap { voucher in voucher.postings.map { (voucher.day, $0) } }
    if opening { pending = try standing(before: periods[periods.count - 1].from, event) }
    var carried: [Voucher] = []
    for index in (opening ? periods.count - 1 : 1)..<periods.count {
      let own = try carryover(of: pending, into: index, event)
      pending += own.flatMap { voucher in voucher.postings.map { (voucher.day, $0) } }
      carried += own
    }
    return carried
  }

  /// All balances as postings of the last day of the old chart.
  ///
  /// - Throws: `switchTooLate` when the old chart was posted to on the day of the change or later.
  private func standing(before day: Day, _ event: Event) throws(Diagnostic) -> [(Day, Posting)] {
    var postings: [(Day, Posting)] = []
    for row in try history.balances(before: day.month) {
      let account = register[row.account]
      if account.to < day && row.debit != row.credit {
        throw Diagnostic(
          .switchTooLate,
          Wording("旧科目表的\(account.name)在 \(day) 或以后有记账", "\(account.name) of the old chart was posted to on \(day) or later"),
          hint: Wording("冲销这些日子的事项，切换后重记", "reverse what was recorded for these days, switch, and record it anew"), at: event.position())
      }
      if row.opening == 0 { continue }
      postings.append(
        (
          day.adding(days: -1),
          Posting(
            account: row.account, side: row.opening < 0 ? .credit : .debit, amount: row.opening,
            commodity: row.commodity, dimensions: row.dimensions)
        ))
    }
    return postings
  }

  /// One voucher for each book and day, its lines in a fixed order.
  private func carryover(
    of postings: [(Day, Posting)], into period: Int, _ event: Event
  ) throws(Diagnostic) -> [Voucher] {
    let first = register.timeline.periods[period].from
    var sums: [CarriedSum: Int64] = [:]
    for (day, posting) in postings where register[posting.account].to < first {
      let key = CarriedSum(
        day: max(day, first), name: register[posting.account].name, account: posting.account, commodity: posting.commodity,
        dimensions: posting.dimensions)
      do throws(MoneyOverflow) { sums[key] = try (sums[key] ?? 0).plus(posting.amount) } catch {
        throw Diagnostic.sumOverflow.at(event.position())
      }
    }
    let (old, new) = (register.timeline.periods[period - 1].rules.name, register.timeline.periods[period].rules.name)
    var vouchers: [Voucher] = []
    for (key, amount) in sums.sorted(by: { $0.key < $1.key }) where amount != 0 {
      guard let line = try register.carry(register[key.account], into: period, at: event.position()) else { continue }
      for book in [AccountBook.fiscal, .budget] {
        guard let target = register.account(named: book == .fiscal ? line.to : line.budget ?? "") else { continue }
        let against = book == .fiscal ? key.account : register.account(named: line.against ?? "")?.id ?? key.account
        let postings = [key.posting(on: against, 0 &- amount), key.posting(on: target.id, amount)]
        if let index = vouchers.firstIndex(where: { $0.book == book && $0.day == key.day }) {
          vouchers[index].postings += postings
        } else {
          vouchers.append(
            Voucher(
              book: book, day: key.day, rule: Voucher.switchRule, narration: "新旧衔接 \(old) → \(new)",
              postings: postings))
        }
      }
    }
    return vouchers
  }
}

/// What is carried over together, in the order in which it is written.
private struct CarriedSum: Hashable, Comparable {
  let day: Day
  /// Ids of accounts are those of one register; names are the same in all.
  let name: String
  let account: AccountID
  let commodity: CommodityID
  let dimensions: Dimensions

  /// A line of the change, with what is kept of the old one.
  func posting(on account: AccountID, _ amount: Int64) -> Posting {
    Posting(
      account: account, side: amount < 0 ? .credit : .debit, amount: amount, commodity: commodity,
      dimensions: dimensions)
  }

  static func < (left: CarriedSum, right: CarriedSum) -> Bool {
    let (a, b) = (left.dimensions, right.dimensions)
    if (left.day, left.name, left.commodity) != (right.day, right.name, right.commodity) {
      return (left.day, left.name, left.commodity) < (right.day, right.name, right.commodity)
    }
    return (a.programme, a.envelope, a.deal, a.party, a.holder) < (b.programme, b.envelope, b.deal, b.party, b.holder)
  }
}
