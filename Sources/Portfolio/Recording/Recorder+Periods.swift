import LedgerCore

extension Recorder {
  /// Refuses what would change a closed month: a voucher by its own book and day, a fact by the fiscal book.
  ///
  /// Closing and reopening a year post into it; nothing else does, whichever way it comes in.
  func checkPeriods(of vouchers: [Voucher], _ facts: [Fact], event: Event) throws(Diagnostic) {
    if register.periods.isEmpty { return }
    for voucher in vouchers where voucher.rule != YearEndTransfer.rule {
      guard let closing = register.periods.closing(of: voucher.book, voucher.day.month) else { continue }
      throw closed(voucher.book, voucher.day, closing, event)
    }
    for fact in facts where !fact.measure.isOfStatements && !fact.measure.isOfQuotaEntries {
      guard let closing = register.periods.closing(of: .fiscal, fact.day.month) else { continue }
      throw closed(.fiscal, fact.day, closing, event)
    }
  }

  private func closed(_ book: AccountBook, _ day: Day, _ closing: Closing, _ event: Event) -> Diagnostic {
    let last = register.periods.closings(of: book).last ?? closing
    let why =
      day == event.effectiveDay
      ? Wording.none
      : Wording(
        "（\(event.effectiveDay) 的事项属于其指标的预算年度）",
        " (the event of \(event.effectiveDay) belongs to the budget year of its envelope)")
    let next = last.period == closing.period ? Wording.none : Wording("，再依次往前", ", then the ones before it")
    let reopening = Wording.plain("bgt reopen \(last.period) --ledger \(book.name) --reason …") + next
    return Diagnostic(
      .closedPeriod,
      Wording(
        "\(book.chinese)的 \(day.month) 已由 #\(closing.sequence) 结账（\(closing.day) 结 \(closing.period)），\(day) 不能再记",
        "\(day.month) is closed in the \(book.name) book, by #\(closing.sequence) (close \(closing.period) on "
          + "\(closing.day)); nothing can be recorded on \(day)") + why,
      hint: wayOut(day, after: last.period.last.end, reopening, event), at: event.position())
  }

  /// What can still be done: a later day helps only where the event does not belong to the budget year that is closed.
  private func wayOut(_ day: Day, after last: Day, _ reopening: Wording, _ event: Event) -> Wording {
    let again = Wording("反结账，记录后再结账：", "have the period reopened, record it, and close again: ") + reopening
    let year = event.text("envelope").flatMap { register.envelope(named: $0) }?.year
    if year == day.year, ["carry", "lapse"].contains(event.kind.name), let end = register.lastDay(ofBudgetYear: day.year) {
      let first = max(end, last)
      return Wording("日期写在整理期结束（\(first)）以后；或", "date it after \(first), when the closing period is over; or ") + again
    }
    if day != event.effectiveDay { return again }
    return Wording("记在 \(last) 以后未结账的月份；或反结账：", "record it in an open month, after \(last); or have the period reopened: ")
      + reopening
  }
}
