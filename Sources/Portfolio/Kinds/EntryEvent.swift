import LedgerCore

extension EventDeclaration {
  /// A plain voucher, the double entry that everybody knows.
  public static let entry = EventDeclaration(
    "entry", "凭证", .general,
    summary: "A plain voucher: a date, a narration and lines that sum to zero in each book and commodity.",
    summaryChinese: "一般凭证：日期、摘要，以及在每本账簿、每个币种内合计为零的分录。",
    fields: [
      Field("narration", "摘要", .text, "what the voucher is about", "摘要").optionalPositional,
      Field("status", "状态", .choice([Choice("cleared", "已核"), Choice("pending", "未核")]), "cleared * or pending !", "已核 * 或未核 !"),
      Field("code", "票据号", .text, "number in parentheses before the narration", "摘要前括号内的号码"),
      .programme, .deal, .party, .envelope,
      Field(
        "period", "所属年度", .year,
        "budget year of a voucher dated in its closing period: its budget and quota lines are "
          + "posted on 31 December of it", "整理期内补记的预算年度：预算会计和指标分录记入该年12月31日"),
    ],
    example: "2022-12-31 * 银行手续费\n    其他费用          120.00 CNY\n    其他财政存款     -120.00 CNY",
    effect: { reader, effect throws(Diagnostic) in
      try reader.checkLines()
      reader.warnOfClasses(&effect)
      reader.warnOfFields(&effect)
      effect.vouchers = try reader.entryVouchers()
      for voucher in effect.vouchers where voucher.book == .quota { try reader.addQuotaEntries(of: voucher, &effect) }
    })
}

extension EventReader {
  fileprivate func checkLines() throws(Diagnostic) {
    if event.lines.count < 2 {
      throw failure(
        .tooFewPostings, Wording("凭证至少要有两行分录", "a voucher needs at least two lines"),
        hint: Wording("每行写作：科目、两个空格、金额", "write each line as: account, two spaces, amount"))
    }
    guard register.isStrict else { return }
    for line in event.lines where !register[line.account].isDeclared {
      let name = register[line.account].name
      let declared = register.accounts.lazy.filter(\.isDeclared).map(\.name)
      let hint =
        Spelling.nearest(to: name, among: declared).map(Wording.didYouMean)
        ?? Wording("先设置：account \(name)", "declare it: account \(name)")
      throw Diagnostic(
        .unknownAccount, Wording("科目\(name)没有设置", "account \(name) is not declared"), hint: hint,
        at: event.position(of: register[line.account]))
    }
  }

  /// Says of accounts outside the chart what they count as, once for each first part of a name, which have an amount in their names,
  /// and which are named for the first time and nearly as another one.
  fileprivate func warnOfClasses(_ effect: inout Effect) {
    if register.unsaidAccounts.isEmpty { return }
    for line in event.lines {
      guard register.unsaidAccounts.contains(line.account) else { continue }
      let account = register[line.account]
      let near = register.nearName(to: account)
      let doubt = register.newDoubt(about: line.account)
      // Whoever separates the amount from the name has no account to declare.
      if !account.isDeclared, let found = AmountInName(account.name, in: register) {
        effect.warn(.amountInName, found.sentence, hint: found.advice, at: event.position(of: account))
      } else if var doubt {
        doubt.propose(near)
        effect.warn(.accountClassGuessed, doubt.sentence, hint: doubt.advice, at: event.position(of: account))
      } else if let near {
        effect.warn(
          .nearlyKnownAccount, Wording("科目\(account.name)第一次使用", "account \(account.name) is used for the first time"),
          hint: .didYouMean(near, then: Wording("不是则不用处理", "otherwise there is nothing to do")), at: event.position(of: account))
      }
    }
  }

  /// One voucher for each book that the lines touch.
  fileprivate func entryVouchers() throws(Diagnostic) -> [Voucher] {
    let dimensions = try entryDimensions()
    let budgetDay = try budgetDay()
    var vouchers: [Voucher] = []
    for line in event.lines {
      let book = register[line.account].book
      let posting = Posting(
        account: line.account, side: line.amount < 0 ? .credit : .debit, amount: line.amount,
        commodity: line.commodity, dimensions: dimensions)
      if let index = vouchers.firstIndex(where: { $0.book == book }) {
        vouchers[index].postings.append(posting)
      } else {
        var voucher = Voucher(
          book: book, day: book == .budget || book == .quota ? budgetDay : day, rule: Voucher.entryRule,
          narration: event.text("narration") ?? "", postings: [])
        voucher.postings.reserveCapacity(event.lines.count)
        voucher.postings.append(posting)
        vouchers.append(voucher)
      }
    }
    for voucher in vouchers { try checkBalance(of: voucher, isOnly: vouchers.count == 1) }
    return vouchers
  }

  /// The day of the voucher's lines in the budget and quota books: the event's own unless it names an earlier year.
  private func budgetDay() throws(Diagnostic) -> Day {
    guard let year = event.integer("period") else { return day }
    let end = Day.end(ofYear: Int(clamping: year))
    if day.year == Int(clamping: year) { return day }
    guard let closingDays = register.closingDays, day > end, day <= end.adding(days: closingDays) else {
      throw failure(
        .outsideBudgetYear, Wording("\(day) 不在 \(year) 年度的整理期内", "\(day) does not lie in the closing period of \(year)"),
        hint: Wording(
          register.closingDays.map { "整理期到 \(end.adding(days: $0)) 为止；不写 period，或把日期改到整理期内" } ?? "本账簿的规则没有整理期；请不写 period",
          register.closingDays.map { "it ends on \(end.adding(days: $0)); leave period out, or date the voucher in it" }
            ?? "the rules of these books name no closing period; leave period out"), field: "period")
    }
    return end
  }

  private func checkBalance(of voucher: Voucher, isOnly: Bool) throws(Diagnostic) {
    let lacking = try checked { () throws(MoneyOverflow) in try voucher.imbalance() }
    guard let first = lacking.first else { return }
    let commodity = register[first.commodity]
    let text = DecimalText.format(first.minorUnits, scale: commodity.scale, grouped: true)
    let place =
      isOnly ? Wording("凭证", "the voucher") : Wording("凭证的\(voucher.book.chinese)部分", "the voucher's \(voucher.book.name) book")
    throw failure(
      .unbalanced, place + Wording("借贷不平，差 \(text) \(commodity.code)", " is out of balance by \(text) \(commodity.code)"),
      hint: Wording("每种货币的借方（正）和贷方（负）合计须为零", "debits (positive) and credits (negative) of each commodity must sum to zero"))
  }

  private func entryDimensions() throws(Diagnostic) -> Dimensions {
    var dimensions = Dimensions.none
    if event.text("deal") != nil { dimensions = self.dimensions(of: try deal()) }
    if let programme = try programme() { dimensions.programme = programme.id }
    if let envelope = try envelope() { dimensions.envelope = envelope.id }
    if let party = try party() { dimensions.party = party.id }
    return dimensions
  }
}
