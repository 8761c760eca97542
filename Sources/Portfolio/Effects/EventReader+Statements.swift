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
      throw failure(.missingField, "\(event.kind.name) needs account (科目)", field: "account")
    }
    guard account.book == .fiscal else {
      throw failure(
        .accountWrongBook, "\(account.name) stands in the \(account.book.name) book; statements are of accounts of the fiscal book",
        hint: "name the account that the money lies on, as 国库存款", field: "account")
    }
    return account
  }

  /// The lines of statements that a match names.
  func matchedLines(of account: Account) throws(Diagnostic) -> MatchedSide {
    try side("lines") { reference throws(Diagnostic) in
      // Of a line its words are enough.
      guard let recorded = try history.stated(reference) else { throw unknown(event: reference, "lines") }
      guard recorded.event.kind == .statementLine, let money = recorded.event.amount("amount") else {
        throw failure(
          .notAStatementLine, "\(reference) is a \(recorded.event.kind.name) event, no line of a statement",
          hint: "lines: names lines of statements, events: what the books have", field: "lines")
      }
      guard recorded.event.text("account").flatMap(register.account(named:))?.id == account.id else {
        throw failure(
          .notAStatementLine, "\(reference) is a line of \(recorded.event.text("account") ?? ""), not of \(account.name)",
          hint: "a match is of one account", field: "lines")
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
            throw failure(.wrongCommodity, "\(reference) moves more than one commodity on \(account.name)", field: "events")
          }
          money = Money(
            try checked { () throws(MoneyOverflow) in try before.minorUnits.plus(posting.amount) }, posting.commodity)
        }
      }
      guard let money, money.minorUnits != 0 else {
        throw failure(
          .movesNoMoney, "\(reference) is a \(recorded.event.kind.name) event that moves nothing on \(account.name)",
          hint: "bgt register \(account.name) lists the events that do", field: "events")
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
        throw failure(.badFieldValue, "\(reference) is named twice", hint: "name each once", field: field)
      }
      if let red = try history.reversal(of: item.sequence) {
        throw failure(
          .alreadyReversed, "#\(item.sequence) was reversed, by #\(red)", hint: "match what stands", field: field)
      }
      side.amounts.append(item.money)
      side.sequences.append(item.sequence)
      side.last = max(side.last, item.day)
    }
    return side
  }

  private func unknown(event reference: String, _ field: String) -> Diagnostic {
    failure(
      .unknownEvent, "there is no event \(reference)", hint: "name events by number, as #17, or by their keys", field: field)
  }

  private func matchedAlready(_ item: Int64, by match: Int64, _ field: String) -> Diagnostic {
    failure(
      .alreadyMatched, "#\(item) is matched already, by #\(match)",
      hint: "reverse that match first: bgt reverse #\(match) --reason …", field: field)
  }

  /// Refuses to reverse what stands in a match.
  func checkUnmatched(_ original: RecordedEvent) throws(Diagnostic) {
    let matches = try positions.matches()
    guard let match = matches.ofLine[original.sequence] ?? matches.ofEvent[original.sequence]?.min() else { return }
    throw failure(
      .stillMatched, "#\(original.sequence) is matched with a statement, by #\(match)",
      hint: "reverse the match first: bgt reverse #\(match) --reason …", field: "event")
  }
}

extension Account {
  /// Whether another account is this one or stands below it.
  public func covers(_ other: Account) -> Bool {
    other.id == id || (other.book == book && other.name.hasPrefix(name + ":"))
  }
}
