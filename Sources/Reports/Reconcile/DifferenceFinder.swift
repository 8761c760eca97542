import LedgerCore
import Portfolio
import ReportDocument

/// Finds what an auditor has to see between quota, budget book and treasury of one budget year, event by event.
///
/// Postings are read only when balances disagree, or to name the vouchers of items that the facts already show.
struct DifferenceFinder {
  let source: any LedgerSource
  let year: Int
  let moment: Moment
  /// Every fact that spends an envelope or gives back to it.
  let spending: [Fact]
  let sides: SpendingSides
  let closings: ClosingEntries
  let plain: PlainPayments
  let misplaced: Misplaced

  /// All items by day and place in the chain.
  func differences() throws(Diagnostic) -> [Difference] {
    var found = boundaryItems()
    let keys = suspectKeys()
    if found.isEmpty && keys.isEmpty { return [] }
    // Without a difference only the vouchers of the items shown are looked for, among the days on which they lie.
    let days =
      keys.isEmpty
      ? found.reduce(nil) {
        DifferenceFinder.span(DifferenceFinder.span($0, $1.day), $1.outlayDay)
      } : nil
    let events = try self.events(of: keys, within: days)
    var numbers: [Int64: Phrase] = [:]
    for event in events where !event.numbers.isEmpty {
      numbers[event.sequence] = .joined(event.numbers)
    }
    for index in found.indices { found[index].number = numbers[found[index].sequence] ?? .none }
    let different = events.filter { keys.contains($0.key) && $0.isDifferent && isOfYear($0) }
    var undone: Set<Int> = []
    for (index, event) in different.enumerated() {
      guard let red = different.indices.first(where: { !undone.contains($0) && different[$0].undoes(event) })
      else { continue }
      undone.formUnion([index, red])
    }
    for (index, event) in different.enumerated() where !undone.contains(index) {
      var item = event.difference(source.register, whole: sides.sides[event.key] ?? SpendingSides.Sides())
      if event.day > moment.asOf && event.sides.paid == event.sides.outlay && event.misplaced == 0 {
        // The budget book has it on 31 December, the treasury pays later than the day asked for.
        item.kind = .yearBoundary
        item.isExplained = true
        item.reason = Phrase("整理期内支付，晚于截止日付款", "paid in the closing period, by the treasury after the cut-off")
      }
      found.append(item)
    }
    return found.sorted { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
  }

  private static func span(_ days: ClosedRange<Day>?, _ day: Day) -> ClosedRange<Day> {
    guard let days else { return day...day }
    return min(days.lowerBound, day)...max(days.upperBound, day)
  }

  private func isOfYear(_ event: SpendingEvent) -> Bool {
    if event.key.envelope.isNone { return event.outlayDay.year == year }
    return event.outlayDay.year == year || source.register[event.key.envelope].year == year
  }

  /// Payments outside the calendar year of their envelope, and money that came back.
  private func boundaryItems() -> [Difference] {
    var items: [Difference] = []
    let reversals = Reversals(in: spending)
    for fact in spending where source.register[fact.dimensions.envelope].year == year && fact.day <= moment.asOf {
      let isOutside = fact.day.year != year
      if !isOutside && (fact.measure != .refunded || reversals.hides(fact)) { continue }
      let last = source.register.lastDay(ofBudgetYear: year) ?? .never
      let isInOrder = fact.day >= .start(ofYear: year) && fact.day <= last
      items.append(
        Difference(
          day: fact.day, outlayDay: source.register.budgetDay(of: fact), sequence: fact.sequence,
          envelope: fact.dimensions.envelope, deal: fact.dimensions.deal,
          amount: fact.spent, paid: fact.spent, outlay: fact.spent, cash: fact.spent,
          kind: isOutside ? .yearBoundary : .returned, isExplained: !isOutside || isInOrder,
          reason: isOutside
            ? boundaryReason(fact, isInOrder)
            : Phrase("当年退回，指标恢复可用", "came back in its year; the quota lives again")))
    }
    return items
  }

  private func boundaryReason(_ fact: Fact, _ isInOrder: Bool) -> Phrase {
    if isInOrder {
      return Phrase("整理期内支付，列支于 \(year) 年度指标", "paid in the closing period, on the envelope of \(year)")
    }
    return fact.day < .start(ofYear: year)
      ? Phrase("早于预算年度", "before the budget year") : Phrase("超出整理期", "after the closing period")
  }

  /// Envelopes and deals whose sides disagree as a whole.
  private func suspectKeys() -> Set<SpendingSides.Key> {
    var keys = misplaced.keys
    for (key, sides) in sides.sides {
      let differs = key.envelope.isNone ? sides.outlay != 0 : !sides.agree
      if differs { keys.insert(key) }
    }
    return keys
  }

  /// What each event did: the facts on the quota's side, the postings on the others.
  private func events(
    of keys: Set<SpendingSides.Key>, within days: ClosedRange<Day>?
  ) throws(Diagnostic) -> [SpendingEvent] {
    let accounts = RuleAccounts(source)
    let outlays = accounts.outlays
    let treasury = accounts.treasury
    let money = keys.isEmpty ? [] : accounts.money
    var events: [EventKey: SpendingEvent] = [:]
    for fact in spending where days?.contains(fact.day) != false {
      let key = SpendingSides.Key(envelope: fact.dimensions.envelope, deal: fact.dimensions.deal)
      let id = EventKey(sequence: fact.sequence, key: key)
      let event = SpendingEvent(
        key: key, sequence: fact.sequence, day: fact.day, outlayDay: source.register.budgetDay(of: fact))
      try events[id, default: event].sides.paid.add(fact.spent)
    }
    let wanted = outlays.union(money).union(misplaced.envelopes.keys)
    let query = PostingQuery(
      moment: Moment(asOf: min(moment.asOf, days?.upperBound ?? .never), knownAt: moment.knownAt),
      from: days?.lowerBound ?? .always, book: keys.isEmpty && accounts.outlayBooks == [.budget] ? .budget : nil,
      accounts: wanted)
    try source.postings(query) { row throws(Diagnostic) in
      let posting = row.posting
      let isOutlay = outlays.contains(posting.account)
      if posting.commodity != source.register.baseID || closings.vouchers.contains(row.voucher) { return }
      if row.rule == YearEndTransfer.rule { return }
      if posting.dimensions.envelope.isNone && !isOutlay { return }
      let key = SpendingSides.Key(envelope: posting.dimensions.envelope, deal: posting.dimensions.deal)
      let id = EventKey(sequence: row.sequence, key: key)
      guard keys.contains(key) || events[id] != nil else { return }
      var event =
        events[id]
        ?? SpendingEvent(
          key: key, sequence: row.sequence, day: row.day, outlayDay: row.day)
      if event.rule.isEmpty || row.rule == "entry" { event.rule = row.rule }
      let number = Phrase.voucher(row)
      if !event.numbers.contains(number) { event.numbers.append(number) }
      if misplaced.contains(posting) { try event.misplaced.add(posting.amount) }
      if isOutlay {
        event.outlayDay = row.day
        try event.sides.outlay.add(posting.amount)
      }
      if money.contains(posting.account) {
        try event.sides.money.add(0 &- posting.amount)
        if treasury.contains(posting.account) {
          try event.sides.cash.add(0 &- posting.amount)
        } else {
          event.account = source.register[posting.account].name
        }
      }
      events[id] = event
    }
    for (sequence, payment) in plain.payments {
      let id = EventKey(sequence: sequence, key: payment.key)
      guard var event = events[id] else { continue }
      try event.sides.money.add(payment.money)
      try event.sides.cash.add(payment.cash)
      if !payment.account.isEmpty { event.account = payment.account }
      event.numbers += payment.numbers.filter { !event.numbers.contains($0) }
      events[id] = event
    }
    return events.values.sorted { ($0.sequence, $0.key.deal) < ($1.sequence, $1.key.deal) }
  }

  /// One event on one envelope and deal.
  private struct EventKey: Hashable {
    let sequence: Int64
    let key: SpendingSides.Key
  }
}
