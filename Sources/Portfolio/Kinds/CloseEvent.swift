import LedgerCore

extension EventDeclaration {
  /// Closes a month, or a year with its carry-forward (结账).
  static let close = EventDeclaration(
    "close", "结账", .period,
    summary: "Closes a month, or a year with its carry-forward: nothing is recorded in it any more.",
    summaryChinese: "月结或年结（年结含年末结转）：结账后不得再记入该期间。",
    fields: [.period.positional, .ledger],
    example: "2022-12-31 close 2022 book:budget",
    declare: { reader, register throws(Diagnostic) in
      let period = try reader.period()
      for book in try reader.booksToClose(period) {
        register.periods.close(period, of: book, reader.sequence, on: reader.day)
      }
    },
    effect: { reader, effect throws(Diagnostic) in
      let period = try reader.period()
      if reader.day < period.last.end {
        throw reader.failure(
          .periodNotOver,
          Wording(
            "\(period) 到 \(period.last.end) 为止，事项日期是 \(reader.day)",
            "\(period) ends on \(period.last.end), the event is dated \(reader.day)"),
          hint: Wording("在最后一天或以后结账", "close it on its last day or later"))
      }
      for book in try reader.booksToClose(period) {
        try reader.checkOrder(of: period, in: book)
        if case .year(let year) = period { try reader.carryForward(year, book, &effect) }
      }
    })
}

extension EventReader {
  /// The period in the field.
  func period() throws(Diagnostic) -> Period {
    let text = event.text("period") ?? ""
    guard let period = Period(text) else {
      throw failure(
        .badFieldValue, Wording("\(text) 不是期间", "\(text) is not a period"),
        hint: Wording("月份写作 2022-06，年度写作 2022", "a month is written 2022-06, a year 2022"), field: "period")
    }
    return period
  }

  /// The book in the field; nil when it stands for all four.
  func ledger() -> AccountBook? { event.choice("book").flatMap { AccountBook(name: $0) } }

  /// The books that the event closes: the one named, else all in which the period is open.
  fileprivate func booksToClose(_ period: Period) throws(Diagnostic) -> [AccountBook] {
    let books = ledger().map { [$0] } ?? AccountBook.allCases
    let open = books.filter { book in
      switch period {
      case .month(let month): register.periods.closing(of: book, month) == nil
      case .year(let year): register.periods.lastYear(of: book).map { $0 < year } ?? true
      }
    }
    if let first = books.first, open.isEmpty {
      let closing = register.periods.closing(of: first, period.last)
      throw failure(
        .alreadyClosed,
        Wording(
          "\(period) 在\(books.count == 1 ? "\(first.chinese)" : "各账簿")中已经结账" + (closing.map { "，见 #\($0.sequence)（\($0.period)）" } ?? ""),
          "\(period) is closed already in \(books.count == 1 ? "the \(first.name) book" : "every book")"
            + (closing.map { ", by #\($0.sequence) (\($0.period))" } ?? "")),
        hint: Wording("bgt close 列出已结账的期间", "bgt close shows what is closed"), field: "period")
    }
    return open
  }

  /// Refuses to close a period while an earlier one is open in which something was posted.
  fileprivate func checkOrder(of period: Period, in book: AccountBook) throws(Diagnostic) {
    let last = register.periods.lastMonth(of: book)
    let carried = register.periods.lastYear(of: book)
    if let last, last.year < period.first.year, carried != last.year {
      throw inOrder(.year(last.year), period, book)
    }
    let earlier = try history.activeMonths(of: book).first { month in
      month < period.first && (last.map { month > $0 } ?? true)
    }
    guard let earlier else { return }
    throw inOrder(earlier.year < period.first.year ? .year(earlier.year) : .month(earlier), period, book)
  }

  /// What to do about money that a closed year leaves in envelopes.
  private func quotaLeftAdvice(_ year: Int) -> Wording {
    let later =
      register.lastDay(ofBudgetYear: year).map {
        Wording("日期写在整理期结束（\($0)）以后；或 ", "date it after \($0), when the closing period is over; or ")
      } ?? .none
    return Wording("结账前结转下年或收回；已结账的：", "carry it over or take it back before the year is closed; once it is: ") + later
      + Wording(
        "bgt reopen \(year) --ledger quota --reason …，记录后再结 \(year)",
        "bgt reopen \(year) --ledger quota --reason …, record it, and close \(year) again")
  }

  private func inOrder(_ earlier: Period, _ period: Period, _ book: AccountBook) -> Diagnostic {
    failure(
      .periodOrder,
      Wording(
        "\(book.chinese)的 \(earlier) 还没有结账，不能结 \(period)",
        "\(earlier) is still open in the \(book.name) book, so \(period) cannot be closed"
      ),
      hint: Wording("期间要按顺序结账：先结 \(earlier)", "periods are closed in order: close \(earlier) first"), field: "period")
  }

  /// Adds the vouchers of a year end in one book, and says what the year's envelopes still hold after it.
  fileprivate func carryForward(_ year: Int, _ book: AccountBook, _ effect: inout Effect) throws(Diagnostic) {
    let end = Day.end(ofYear: year)
    let transfers = register.timeline.rules(on: end).yearEnd.filter { $0.book == book && $0.first <= end && end <= $0.last }
    if transfers.isEmpty { return }
    let standing = try history.balances(of: book, through: end.month)
    var carry = try checked { () throws(MoneyOverflow) in try CarryForward(standing, of: year, register) }
    var targets: Set<AccountID> = []
    for transfer in transfers {
      guard let target = register.account(named: transfer.to) else {
        throw failure(
          .unknownAccount,
          Wording(
            "年终结转 \(transfer.id) 要记入\(transfer.to)，科目表没有这个科目",
            "the year end \(transfer.id) posts to \(transfer.to), which the chart does not have"),
          hint: Wording("设置该科目，或更正规则", "declare the account, or correct the rule set"))
      }
      targets.insert(target.id)
      let voucher = try checked { () throws(MoneyOverflow) in try carry.voucher(of: transfer, to: target.id) }
      if let voucher { effect.vouchers.append(voucher) }
    }
    if book != .quota { return }
    for (envelope, account, amount) in carry.remaining(besides: targets) {
      let left = text(amount < 0 ? 0 &- amount : amount)
      effect.warn(
        .quotaLeft,
        Wording(
          "\(register[envelope].name)：\(year) 年末\(register[account].name)还有 \(left)",
          "\(register[envelope].name): \(left) still stands on \(register[account].name) after \(year)"),
        hint: quotaLeftAdvice(year), at: event.position(of: "period"))
    }
  }
}
