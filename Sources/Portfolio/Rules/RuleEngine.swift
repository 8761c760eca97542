import LedgerCore

/// Turns the named amounts of an event into balanced vouchers, by the posting rules of a book.
struct RuleEngine {
  let register: Register

  /// The vouchers of an event, one for each rule and book that it touches.
  ///
  /// - Throws: a diagnostic when an account of a rule does not exist or a rule does not balance.
  func vouchers(for effect: Effect, of event: Event) throws(Diagnostic) -> [Voucher] {
    var vouchers: [Voucher] = []
    let narration = event.narration
    let rules = register.timeline.rules(on: effect.day)
    let bindings = RuleBlank.completed(effect.bindings)
    var matching = Array(rules.rules(for: event.kind.name))
    if let kind = effect.postedLike, kind != event.kind.name { matching += rules.rules(for: kind) }
    for rule in matching where rule.from <= effect.day && effect.day <= rule.to {
      for book in AccountBook.allCases {
        guard let lines = rule.lines[book] else { continue }
        let postings = try postings(of: lines, for: effect, bindings, event: event, rule: rule)
        if postings.isEmpty { continue }
        let voucher = Voucher(
          book: book, day: effect.day, rule: rule.id, narration: narration, postings: postings)
        try balanced(voucher, event: event)
        vouchers += register.byBudgetYear(voucher, of: event)
      }
    }
    return vouchers
  }

  private func postings(
    of lines: [PostingRule.Line], for effect: Effect, _ bindings: [String: String], event: Event, rule: PostingRule
  ) throws(Diagnostic) -> [Posting] {
    var postings: [Posting] = []
    for line in lines {
      for fact in effect.facts where fact.measure == line.measure && fact.amount != 0 && applies(rule, to: fact) {
        var own = bindings
        if effect.postedLike != nil && fact.measure == .contributed {
          own.merge(fact.traits.contributionBindings) { $1 }
        }
        let account = try account(line.account, bindings: own, event: event, rule: rule)
        postings.append(try posting(line, fact, account, event))
      }
    }
    return postings
  }

  /// A rule for some methods of investment takes only amounts about deals of these methods.
  private func applies(_ rule: PostingRule, to fact: Fact) -> Bool {
    if rule.methods.isEmpty { return true }
    return !fact.dimensions.deal.isNone && rule.methods.contains(register[fact.dimensions.deal].method)
  }

  /// A negative amount changes sides; a red line keeps its side and turns its sign.
  private func posting(
    _ line: PostingRule.Line, _ fact: Fact, _ account: AccountID, _ event: Event
  ) throws(Diagnostic) -> Posting {
    let isDebit = line.side == .debit
    let flips = !line.isRed && fact.amount < 0
    guard let amount = Int64(exactly: Int128(fact.amount) * (isDebit != line.isRed ? 1 : -1)) else {
      throw Diagnostic(
        .sumOverflow, Wording("金额超出 64 位最小货币单位的范围", "an amount leaves the range of 64-bit minor units"), at: event.position())
    }
    return Posting(
      account: account, side: isDebit != flips ? .debit : .credit, amount: amount, commodity: fact.commodity,
      dimensions: fact.dimensions)
  }

  private func account(
    _ template: String, bindings: [String: String], event: Event, rule: PostingRule
  ) throws(Diagnostic) -> AccountID {
    let name = RuleEngine.fill(template, bindings)
    if let account = register.account(named: name) { return account.id }
    throw Diagnostic(
      .unknownAccount,
      Wording(
        "\(register.timeline.rules(on: event.effectiveDay).name) 的规则 \(rule.id) 记入\(name)，科目表没有这个科目",
        "rule \(rule.id) of \(register.timeline.rules(on: event.effectiveDay).name) posts to \(name), which the chart does not have"),
      hint: Wording("设置该科目，或更正规则", "declare the account, or correct the rule set"), at: event.position())
  }

  /// Replaces `{name}` by what the event binds to it, in one pass: what is filled in is not searched again.
  static func fill(_ template: String, _ bindings: [String: String]) -> String {
    // Bytes are looked at: characters of Chinese names take ten times as long.
    var rest = template[...]
    guard var start = rest.utf8.firstIndex(of: UInt8(ascii: "{")) else { return template }
    var text = ""
    while let close = rest.utf8[start...].firstIndex(of: UInt8(ascii: "}")) {
      let name = String(rest[rest.utf8.index(after: start)..<close])
      text += rest[..<start]
      text += bindings[name] ?? "{\(name)}"
      rest = rest[rest.utf8.index(after: close)...]
      guard let next = rest.utf8.firstIndex(of: UInt8(ascii: "{")) else { break }
      start = next
    }
    return text + rest
  }

  private func balanced(_ voucher: Voucher, event: Event) throws(Diagnostic) {
    let lacking: [Money]
    do throws(MoneyOverflow) { lacking = try voucher.imbalance() } catch {
      throw Diagnostic.sumOverflow.at(event.position())
    }
    if let first = lacking.first {
      let text = DecimalText.format(first.minorUnits, scale: register[first.commodity].scale, grouped: true)
      throw Diagnostic(
        .unbalanced,
        Wording(
          "规则 \(voucher.rule) 使\(voucher.book.chinese)借贷不平，差 \(text)",
          "rule \(voucher.rule) leaves the \(voucher.book.name) book \(text) out of balance"),
        hint: Wording("更正规则", "correct the rule set"), at: event.position())
    }
  }
}
