import LedgerCore

extension EventDeclaration {
  /// Reopens the latest closed period (反结账); a year's carry-forward is undone in red.
  static let reopen = EventDeclaration(
    "reopen", "反结账", .period,
    summary: "Reopens the latest closed period; a year's carry-forward is undone in red. Says why and who allowed it.",
    summaryChinese: "反结账：仅可重开最近已结账的期间，年末结转以红字冲回；须写明原因和批准人。",
    fields: [
      .period.positional, .ledger,
      Field("reason", "原因", .text, "why it is reopened", "反结账原因").required,
      Field("by", "批准人", .text, "who allowed it; one of the book's supervisors when it names any", "批准反结账的人，账簿设有主管时须为其一")
        .required,
    ],
    example: "2023-02-10 reopen 2022 book:budget reason:漏记一笔支付 by:王主任",
    declare: { reader, register throws(Diagnostic) in
      for book in try reader.booksToReopen() { register.periods.reopen(book, reader.sequence) }
    },
    effect: { reader, effect throws(Diagnostic) in
      try reader.checkSupervisor()
      for book in try reader.booksToReopen() { try reader.undoCarryForward(of: book, &effect) }
    })
}

extension EventReader {
  /// The books that the event reopens: the one named, else all of which the period is the latest closed one.
  fileprivate func booksToReopen() throws(Diagnostic) -> [AccountBook] {
    let period = try period()
    let periods = register.periods
    let named = ledger()
    let books = (named.map { [$0] } ?? AccountBook.allCases).filter { periods.closings(of: $0).last?.period == period }
    if !books.isEmpty { return books }
    for book in named.map({ [$0] }) ?? AccountBook.allCases {
      guard let last = periods.closings(of: book).last, periods.closing(of: book, period.first) != nil else { continue }
      throw failure(
        .periodOrder,
        Wording(
          "\(book.chinese)最后结账的期间是 \(last.period)，不是 \(period)",
          "the latest closed period of the \(book.name) book is \(last.period), not \(period)"),
        hint: Wording("反结账从最后的期间往前：先反结 \(last.period)", "periods are reopened from the latest backwards: reopen \(last.period) first"),
        field: "period")
    }
    throw failure(
      .notClosed,
      Wording(
        "\(named.map { "\($0.chinese)的 " } ?? "")\(period) 没有结账", "\(period) is not closed\(named.map { " in the \($0.name) book" } ?? "")"),
      hint: Wording("bgt close 列出已结账的期间", "bgt close shows what is closed"), field: "period")
  }

  /// Refuses a name that is none of the supervisors, when the book names any.
  fileprivate func checkSupervisor() throws(Diagnostic) {
    let name = event.text("by") ?? ""
    if register.supervisors.isEmpty || register.supervisors.contains(name) { return }
    throw failure(
      .notSupervisor,
      Wording("\(name)不是本账簿的主管，只有主管可以批准反结账", "\(name) is none of the supervisors of this book, who alone may allow a reopening"),
      hint: Wording("主管是：\(register.supervisors.joined(separator: "、"))", "they are: \(register.supervisors.joined(separator: ", "))"),
      field: "by")
  }

  /// The vouchers of the closing in red, so that closing vouchers always net to what stands.
  fileprivate func undoCarryForward(of book: AccountBook, _ effect: inout Effect) throws(Diagnostic) {
    guard let closing = register.periods.closings(of: book).last else { return }
    if day < closing.day {
      throw failure(
        .notClosed,
        Wording("\(closing.period) 于 \(closing.day) 结账，晚于 \(day)", "\(closing.period) was closed on \(closing.day), after \(day)"),
        hint: Wording("反结账的日期写该日或以后", "date the reopening on that day or later"))
    }
    guard case .year = closing.period, let original = try history.recorded("#\(closing.sequence)") else { return }
    for voucher in original.vouchers where voucher.book == book {
      var red = try redVoucher(of: voucher, narration: "反结账#\(closing.sequence) \(voucher.narration)")
      red.rule = YearEndTransfer.rule
      red.day = voucher.day
      effect.vouchers.append(red)
    }
  }
}
