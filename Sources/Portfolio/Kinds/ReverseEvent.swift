import LedgerCore

extension EventDeclaration {
  /// Red reversal (红字冲销): the only correction of what is recorded.
  static let reverse = EventDeclaration(
    "reverse", "冲销", .general,
    summary: "Reverses an earlier event: the same accounts and sides in red, linked to the original.",
    summaryChinese: "红字冲销以前的事项：科目、方向相同，金额为负，与原事项相连。",
    fields: [
      Field("event", "事项", .event, "event to reverse, #NUMBER or its key", "被冲销的事项，#编号或唯一键").positional,
      Field("reason", "原因", .text, "why it is reversed", "冲销原因").required,
    ],
    example: "2022-07-01 reverse #17 reason:金额录错",
    effect: { reader, effect throws(Diagnostic) in
      let original = try reader.original()
      let kind = original.event.kind
      if kind.group == .period {
        throw reader.failure(
          .notReversible,
          Wording(
            "#\(original.sequence) 是 \(original.event.text("period") ?? "") 的\(kind.chinese)（\(kind.name)）",
            "#\(original.sequence) is a \(kind.name) event of \(original.event.text("period") ?? "")"),
          hint: Wording(
            kind.name == "close" ? "反结账：bgt reopen \(original.event.text("period") ?? "") --reason …" : "再次结账",
            kind.name == "close"
              ? "reopen the period: bgt reopen \(original.event.text("period") ?? "") --reason …"
              : "close the period again"), field: "event")
      }
      if kind.name == "reverse" || kind.name == "switch" || (original.facts.isEmpty && original.vouchers.isEmpty) {
        throw reader.failure(
          .notReversible,
          Wording(
            "#\(original.sequence) 是\(kind.chinese)（\(kind.name)），没有可以冲销的内容",
            "#\(original.sequence) is a \(kind.name) event with nothing to reverse"),
          hint: Wording(
            kind.name == EventDeclaration.terms.name
              ? "另记一条新的条款，写明日期；或撤销：terms \(original.event.text("deal") ?? "项目") ended:yes" : "按正确内容另记一条",
            kind.name == EventDeclaration.terms.name
              ? "state them anew with their date, or withdraw them: terms \(original.event.text("deal") ?? "DEAL") ended:yes"
              : "record the event anew as it should be"), field: "event")
      }
      if reader.day < original.event.effectiveDay {
        throw reader.failure(
          .notReversible,
          Wording(
            "#\(original.sequence) 的日期是 \(original.event.effectiveDay)，晚于冲销日期",
            "#\(original.sequence) is dated \(original.event.effectiveDay), after its reversal"),
          hint: Wording("冲销的日期写该日或以后", "date the reversal on that day or later"))
      }
      if let other = try reader.history.reversal(of: original.sequence) {
        throw reader.failure(
          .alreadyReversed, Wording("#\(original.sequence) 已由 #\(other) 冲销", "#\(original.sequence) was reversed already, by #\(other)"),
          hint: Wording("记正确的内容；错的已经冲掉", "record what is right; the wrong entry is gone"), field: "event")
      }
      try reader.checkUnmatched(original)
      try reader.checkBudgetYear(of: original)
      effect.reverses = original.sequence
      effect.reversesEntry = kind.name == EventDeclaration.entry.name
      for fact in original.facts {
        var red = fact
        red.day = effect.day
        red.amount = try reader.checked { () throws(MoneyOverflow) in try Int64(0).minus(fact.amount) }
        red.reverses = original.sequence
        effect.facts.append(red)
      }
      // What was carried over to another chart is carried over anew, on the day of the reversal.
      for voucher in original.vouchers where voucher.rule != Voucher.switchRule {
        let red = try reader.redVoucher(of: voucher, narration: "冲销#\(original.sequence) \(voucher.narration)")
        effect.vouchers += reader.redated(red, like: voucher).map { reader.ofPriorYear($0, like: voucher) }
      }
    })
}

extension EventReader {
  /// Refuses to undo a payment of a budget year that is over: no quota lives again after its closing days.
  fileprivate func checkBudgetYear(of original: RecordedEvent) throws(Diagnostic) {
    for fact in original.facts where [.paidFresh, .feeFresh, .refunded].contains(fact.measure) {
      if fact.dimensions.envelope.isNone { continue }
      let envelope = register[fact.dimensions.envelope]
      guard let last = register.lastDay(ofBudgetYear: envelope.year), day > last else { continue }
      throw failure(
        .outsideBudgetYear,
        Wording(
          "#\(original.sequence) 用的是\(envelope.name)，只到 \(last) 可以恢复额度；冲销日期是 \(day)",
          "#\(original.sequence) spent \(envelope.name), which lives again only until \(last); the reversal is dated \(day)"),
        hint: Wording(
          "收回的钱用 exit 记；以前年度差错用 adjust 更正；或把冲销日期改在年度内",
          "money that came back is an exit; an error of a prior year is put right with adjust; or date the reversal "
            + "within the year"), field: "event")
    }
  }

  /// The same lines on the same sides with the opposite sign, on the day of the event.
  func redVoucher(of original: Voucher, narration: String) throws(Diagnostic) -> Voucher {
    var postings = original.postings
    for index in postings.indices {
      let amount = postings[index].amount
      postings[index].amount = try checked { () throws(MoneyOverflow) in try Int64(0).minus(amount) }
    }
    return Voucher(book: original.book, day: day, rule: Voucher.redRule, narration: narration, postings: postings)
  }

  /// A red voucher of what a prior year earned and spent, which is no income or expense of this one (E12), whether that
  /// year is closed already or not.
  ///
  /// Outlay of an envelope stays outlay, as the envelope lives again: none is reversed after its budget year.
  fileprivate func ofPriorYear(_ red: Voucher, like original: Voucher) -> Voucher {
    guard register.isOfPriorYear(original.day, of: original.book, on: red.day) else { return red }
    let isOutlayBook = original.book == register.timeline.rules(on: original.day).outlayBook
    var red = red
    for index in red.postings.indices where !isOutlayBook || red.postings[index].dimensions.envelope.isNone {
      let account = register[red.postings[index].account]
      if let target = register.priorYearAccount(for: account, on: original.day) { red.postings[index].account = target.id }
    }
    return red
  }

  /// A red voucher on the days of its budget years, as its original was; on the reversal's own day where a budget year
  /// was closed by then, and for a plain voucher, which stands on the day that it names.
  ///
  /// A year that is recorded as closed on a later day was open on the day of the reversal, which belongs into it and is
  /// refused: else the order of recording would decide in which year the budget has it.
  fileprivate func redated(_ red: Voucher, like original: Voucher) -> [Voucher] {
    if original.rule == Voucher.entryRule { return [red] }
    let parts = register.byBudgetYear(red, of: event)
    let isClosed = parts.contains { part in
      register.periods.closing(of: part.book, part.day.month).map { $0.day <= day } ?? false
    }
    return isClosed ? [red] : parts
  }
}
