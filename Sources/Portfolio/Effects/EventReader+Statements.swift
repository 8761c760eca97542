import LedgerCore

/// What a match names on one side: the events with what each did to the account.
struct MatchedSide {
  var sequences: [Int64] = []
  var amounts: [Money] = []
  /// The last day of them.
  var last = Day.always
}

/// One event that a match names.
private struct MatchedItem {
  let sequence: Int64
  let day: Day
  let money: Money
}

extension EventReader {
  /// The account that a statement is of: one of the fiscal book.
  func statementAccount() throws(Diagnostic) -> Account {
    guard let account = try account("account") else {
      throw failure(
        .missingField, Wording("\(event.kind.chinese)（\(event.kind.name)）要写明 account（科目）", "\(event.kind.name) needs account (科目)"),
        field: "account")
    }
    guard account.book == .fiscal else {
      throw failure(
        .accountWrongBook,
        Wording(
          "\(account.name)是\(account.book.chinese)的科目；对账单对应财务会计的科目",
          "\(account.name) stands in the \(account.book.name) book; statements are of accounts of the fiscal book"),
        hint: Wording("写资金所在的科目，如 国库存款", "name the account that the money lies on, as 国库存款"), field: "account")
    }
    return account
  }

  /// Refuses a statement of an account on which no money lies: the chart says where it does, else the class of the account.
  ///
  /// Earlier programs took them; those that stand in a chain stay there.
  func checkHoldsMoney(_ account: Account) throws(Diagnostic) {
    if account.holdsCash || isReplayed { return }
    let named = register.accounts.filter { $0.book == .fiscal && $0.holdsCash }.map(\.name)
    if account.accountClass == .asset, named.isEmpty || !register.isOfChart(account.name) { return }
    let hint =
      named.isEmpty
      ? Wording("银行账户的科目设为资产类：account 科目 class:asset", "declare the account of a bank as an asset: account NAME class:asset")
      : Wording(
        "资金所在的科目：\(named.prefix(6).joined(separator: "、"))；自设的银行账户用 account 科目 class:asset 声明",
        "money lies on \(named.prefix(6).joined(separator: ", ")); declare another account of a bank: account NAME class:asset")
    throw failure(
      .holdsNoMoney,
      Wording("\(account.name)不是存放资金的科目，没有对账单", "\(account.name) is no account on which money lies; it has no statements"),
      hint: hint, field: "account")
  }

  /// The lines of statements that a match names.
  func matchedLines(of account: Account) throws(Diagnostic) -> MatchedSide {
    try side("lines") { reference throws(Diagnostic) in
      // Of a line its words are enough.
      guard let recorded = try history.stated(reference) else { throw unknown(event: reference, "lines") }
      guard recorded.event.kind == .statementLine, let money = recorded.event.amount("amount") else {
        throw failure(
          .notAStatementLine,
          Wording(
            "\(reference) 是\(recorded.event.kind.chinese)（\(recorded.event.kind.name)），不是对账单明细",
            "\(reference) is a \(recorded.event.kind.name) event, no line of a statement"),
          hint: Wording("lines: 写对账单明细，events: 写账上事项", "lines: names lines of statements, events: what the books have"), field: "lines")
      }
      guard recorded.event.text("account").flatMap(register.account(named:))?.id == account.id else {
        throw failure(
          .notAStatementLine,
          Wording(
            "\(reference) 是\(recorded.event.text("account") ?? "")的明细，不是\(account.name)的",
            "\(reference) is a line of \(recorded.event.text("account") ?? ""), not of \(account.name)"),
          hint: Wording("一次对账只对一个科目", "a match is of one account"), field: "lines")
      }
      if let match = try positions.matches().ofLine[recorded.sequence] {
        throw matchedAlready(recorded.sequence, by: match, "lines")
      }
      return MatchedItem(sequence: recorded.sequence, day: recorded.event.effectiveDay, money: money)
    }
  }

  /// The events of the books that a match names, each with what it did to the account and those below it.
  func matchedEvents(on account: Account) throws(Diagnostic) -> MatchedSide {
    try side("events") { reference throws(Diagnostic) in
      guard let recorded = try history.posted(reference) else { throw unknown(event: reference, "events") }
      var money: Money?
      for voucher in recorded.vouchers where voucher.rule != Voucher.switchRule {
        for posting in voucher.postings where account.covers(register[posting.account]) {
          let before = money ?? Money(0, posting.commodity)
          guard before.commodity == posting.commodity else {
            throw failure(
              .wrongCommodity,
              Wording("\(reference) 在\(account.name)上变动了几种货币", "\(reference) moves more than one commodity on \(account.name)"),
              field: "events")
          }
          money = Money(
            try checked { () throws(MoneyOverflow) in try before.minorUnits.plus(posting.amount) }, posting.commodity)
        }
      }
      guard let money, money.minorUnits != 0 else {
        throw failure(
          .movesNoMoney,
          Wording(
            "\(reference) 是\(recorded.event.kind.chinese)（\(recorded.event.kind.name)），不变动\(account.name)",
            "\(reference) is a \(recorded.event.kind.name) event that moves nothing on \(account.name)"),
          hint: Wording("bgt register \(account.name) 列出变动它的事项", "bgt register \(account.name) lists the events that do"), field: "events")
      }
      for match in try (positions.matches().ofEvent[recorded.sequence] ?? []).sorted() {
        // What moves money between two accounts stands in the statements of both.
        let other = try history.stated("#\(match)")?.event.text("account").flatMap(register.account(named:))
        if other?.id == account.id { throw matchedAlready(recorded.sequence, by: match, "events") }
      }
      return MatchedItem(sequence: recorded.sequence, day: recorded.event.effectiveDay, money: money)
    }
  }

  private func side(
    _ field: String, _ item: (String) throws(Diagnostic) -> MatchedItem
  ) throws(Diagnostic) -> MatchedSide {
    var side = MatchedSide()
    for reference in event.text(field).map(EventList.references(in:)) ?? [] {
      let item = try item(reference)
      if side.sequences.contains(item.sequence) {
        throw failure(
          .badFieldValue, Wording("\(reference) 写了两次", "\(reference) is named twice"), hint: Wording("每条只写一次", "name each once"),
          field: field
        )
      }
      if let red = try history.reversal(of: item.sequence) {
        throw failure(
          .alreadyReversed, Wording("#\(item.sequence) 已由 #\(red) 冲销", "#\(item.sequence) was reversed, by #\(red)"),
          hint: Wording("核对仍然有效的事项", "match what stands"), field: field)
      }
      side.amounts.append(item.money)
      side.sequences.append(item.sequence)
      side.last = max(side.last, item.day)
    }
    return side
  }

  private func unknown(event reference: String, _ field: String) -> Diagnostic {
    failure(
      .unknownEvent, Wording("没有事项 \(reference)", "there is no event \(reference)"),
      hint: Wording("用编号（如 #17）或 key 指明事项", "name events by number, as #17, or by their keys"), field: field)
  }

  private func matchedAlready(_ item: Int64, by match: Int64, _ field: String) -> Diagnostic {
    failure(
      .alreadyMatched, Wording("#\(item) 已由 #\(match) 核对", "#\(item) is matched already, by #\(match)"),
      hint: Wording("先冲销那次核对：bgt reverse #\(match) --reason …", "reverse that match first: bgt reverse #\(match) --reason …"), field: field)
  }

  /// Refuses to reverse what stands in a match.
  func checkUnmatched(_ original: RecordedEvent) throws(Diagnostic) {
    let matches = try positions.matches()
    guard let match = matches.ofLine[original.sequence] ?? matches.ofEvent[original.sequence]?.min() else { return }
    throw failure(
      .stillMatched,
      Wording("#\(original.sequence) 已与对账单核对，见 #\(match)", "#\(original.sequence) is matched with a statement, by #\(match)"),
      hint: Wording("先冲销那次核对：bgt reverse #\(match) --reason …", "reverse the match first: bgt reverse #\(match) --reason …"), field: "event"
    )
  }
}

extension Account {
  /// Whether another account is this one or stands below it.
  public func covers(_ other: Account) -> Bool {
    other.id == id || (other.book == book && other.name.hasPrefix(name + ":"))
  }
}
