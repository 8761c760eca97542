import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// The items that only one side has on the day, each with its class and the reason in words.
///
/// Looked at in this order, the first that fits: settled by a later match (跨年 or 在途); a match is proposed; the books
/// have it on another account (科目错); the other side has it with another amount or sign (金额错); it came back (退回);
/// it is young (在途); else only one side knows it (未达).
struct OpenItems {
  let sides: AccountSides
  private(set) var items: [OpenItem]
  private let scale: Int
  private let proposals: MatchProposals
  /// Where each item stands that has no word yet, by its place in the chain.
  private var unsettled: [Int64: Int] = [:]

  /// So many days may lie between both sides before an item needs a word.
  static let transitDays = 10

  /// Looks at all open items.
  init(_ sides: AccountSides, _ source: any LedgerSource, knownAt: Int64) throws(Diagnostic) {
    self.sides = sides
    scale = sides.register[sides.commodity].scale
    proposals = MatchProposals(sides)
    let lines = sides.openLines
    let entries = sides.openEntries
    items = lines.map { OpenItem($0) } + entries.map { OpenItem($0) }
    for (index, item) in items.enumerated() { unsettled[item.sequence] = index }
    settleLater(lines, entries)
    proposed()
    try wrongAccount(lines, source, knownAt: knownAt)
    try wrongAmount(lines, entries)
    returned(lines)
    age()
    items.sort { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
  }

  /// Gives an item its word, unless it has one.
  private mutating func settle(_ sequence: Int64, _ kind: Difference.Class, isExplained: Bool, _ reason: Phrase) {
    guard let index = unsettled.removeValue(forKey: sequence) else { return }
    items[index].kind = kind
    items[index].isExplained = isExplained
    items[index].reason = reason
  }

  /// What a match after the day settles.
  private mutating func settleLater(_ lines: [StatedLine], _ entries: [AccountEntry]) {
    let matches = lines.map { ($0.sequence, $0.match, $0.day) } + entries.map { ($0.sequence, $0.match, $0.day) }
    for (sequence, match, day) in matches where match != 0 {
      guard let last = sides.lastDays[match] else { continue }
      settle(
        sequence, last.year != day.year ? .yearBoundary : .inTransit, isExplained: true,
        Phrase("\(last) 已勾对（#\(match)）", "matched on \(last) (#\(match))"))
    }
  }

  /// What waits for confirmation only.
  private mutating func proposed() {
    for match in proposals.matches {
      let days = (proposals.lines(of: match).map(\.day), proposals.entries(of: match).map(\.day))
      let isTransit = match.evidence.days > 0
      let isOtherYear = Set((days.0 + days.1).map(\.year)).count > 1
      let own = (match.lines, match.entries)
      // With an item of another day, or from before the first statement, the balances of this day differ by it.
      if (own.0 + own.1).allSatisfy({ unsettled[$0] != nil }) {
        for sequence in own.0 + own.1 { if let index = unsettled[sequence] { items[index].isOnBothSides = true } }
      }
      for (mine, others) in [(own.0, own.1), (own.1, own.0)] {
        let names = EventList.text(of: others)
        for sequence in mine {
          if let index = unsettled[sequence] { items[index].others = others }
          settle(
            sequence, isOtherYear ? .yearBoundary : isTransit ? .inTransit : .oneSided, isExplained: false,
            Phrase("建议与 \(names) 勾对（把握 \(match.score)），待确认", "proposed with \(names) (score \(match.score)), not confirmed"))
        }
      }
    }
  }

  /// Lines whose money the books have on another account that holds money.
  private mutating func wrongAccount(
    _ lines: [StatedLine], _ source: any LedgerSource, knownAt: Int64
  ) throws(Diagnostic) {
    let open = lines.filter { unsettled[$0.sequence] != nil }
    guard let first = open.map(\.day).min() else { return }
    let own = sides.account
    let others = RuleAccounts(source).cash.filter { !own.covers(sides.register[$0]) }
    if others.isEmpty { return }
    var byAmount: [Int64: [PostingRow]] = [:]
    let query = PostingQuery(
      moment: Moment(asOf: sides.day, knownAt: knownAt), from: first.adding(days: -15), book: .fiscal, accounts: others)
    let known = Set(sides.entries.map(\.sequence))
    try source.postings(query) { row throws(Diagnostic) in
      if row.posting.commodity == sides.commodity && row.rule != Voucher.redRule && !known.contains(row.sequence) {
        byAmount[row.posting.amount, default: []].append(row)
      }
    }
    let names = PartyNames(sides.register)
    let wanted = Set(open.flatMap { byAmount[$0.amount] ?? [] }.map(\.sequence))
    let recorded = try RecordedParties(of: wanted, in: source, knownAt: knownAt)
    for line in open {
      let near = (byAmount[line.amount] ?? []).filter { abs($0.day.number - line.day.number) <= 15 }
      let found = near.first { OpenItems.agree(line, names.names(of: $0.posting.dimensions, recorded[$0.sequence])) }
      guard let row = found else { continue }
      let account = sides.register[row.posting.account].name
      settle(
        line.sequence, .wrongAccount, isExplained: false,
        Phrase("账簿记在 \(account)（#\(row.sequence)）", "the books have it on \(account) (#\(row.sequence))"))
    }
  }

  /// Whether names do not speak against each other.
  private static func agree(_ line: StatedLine, _ names: [String]) -> Bool {
    if line.counterparty.isEmpty || names.isEmpty { return true }
    let ours = MatchName.name(line.counterparty)
    return names.contains { name in
      let theirs = MatchName.name(name)
      return ours == theirs || MatchName.isSimilar(ours, theirs)
    }
  }

  /// Pairs of the same document or name whose amounts differ, the nearest days first.
  private mutating func wrongAmount(_ lines: [StatedLine], _ entries: [AccountEntry]) throws(Diagnostic) {
    let items = proposals.items
    let finder = NearMatching(
      lines: lines.filter { unsettled[$0.sequence] != nil }.map(items.item),
      entries: entries.filter { unsettled[$0.sequence] != nil }.map(items.item), words: items.words)
    for near in finder.found {
      let texts = [near.entryAmount, near.lineAmount].map { DecimalText.format($0, scale: scale, grouped: true) }
      var reason = Phrase(
        "对账单 #\(near.line) 为 \(texts[1])，账簿 #\(near.entry) 为 \(texts[0])",
        "the statement has \(texts[1]) (#\(near.line)), the books \(texts[0]) (#\(near.entry))")
      switch near.kind {
      case .amount: break
      case .transposed: reason = reason + Phrase("，差额可被 9 整除，疑为数字颠倒", "; digits may be transposed, the difference divides by 9")
      case .sign: reason = reason + Phrase("，收支方向相反", "; the signs are opposite")
      }
      let correction = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try near.lineAmount.minus(near.entryAmount) }
      let sum = DecimalText.format(correction, scale: scale, grouped: true)
      reason = reason + Phrase("；账簿应更正 \(sum)", "; the books are to be corrected by \(sum)")
      if let line = unsettled[near.line], let entry = unsettled[near.entry] {
        self.items[line].isOnBothSides = true
        self.items[entry].isOnBothSides = true
        self.items[line].others = [near.entry]
        self.items[entry].others = [near.line]
        self.items[entry].correction = correction
      }
      settle(near.line, .wrongAmount, isExplained: false, reason)
      settle(near.entry, .wrongAmount, isExplained: false, reason)
    }
  }

  /// Money that went out and came back on the statement alone, and what the bank says came back.
  private mutating func returned(_ lines: [StatedLine]) {
    var waiting: [Int64: [StatedLine]] = [:]
    for line in lines.sorted(by: { ($0.day, $0.sequence) < ($1.day, $1.sequence) })
    where unsettled[line.sequence] != nil {
      let opposite = (waiting[0 &- line.amount] ?? []).firstIndex {
        $0.counterparty == line.counterparty && line.day.number - $0.day.number <= 31
      }
      if let opposite, let other = waiting[0 &- line.amount]?.remove(at: opposite) {
        settle(
          other.sequence, .returned, isExplained: false,
          Phrase("\(line.day) 退回（#\(line.sequence)），账簿均未记", "came back on \(line.day) (#\(line.sequence)); the books have neither"))
        settle(
          line.sequence, .returned, isExplained: false,
          Phrase(
            "\(other.day) \(other.amount < 0 ? "所付" : "所收")（#\(other.sequence)）退回，账簿均未记",
            "of \(other.day) (#\(other.sequence)), come back; the books have neither"))
        continue
      }
      // What is itself a return goes back to nobody: what is paid after it is paid anew.
      if !OpenItems.saysReturned(line) { waiting[line.amount, default: []].append(line) }
    }
    for line in lines where unsettled[line.sequence] != nil {
      if OpenItems.saysReturned(line) {
        settle(
          line.sequence, .returned, isExplained: false,
          Phrase("银行注明退回，账簿未记", "the bank says that it came back; the books do not have it"))
      } else if let payment = payment(returnedBy: line) {
        settle(
          line.sequence, .returned, isExplained: false,
          Phrase(
            "\(payment.day) 所付（#\(payment.sequence)）由原收款人同额退回，账簿未记",
            "the payee of \(payment.day) (#\(payment.sequence)) gave the same amount back; the books do not have it"))
      }
    }
  }

  /// The payment that a match holds and whose payee gave the same amount back within a month; nil where there is none.
  private func payment(returnedBy line: StatedLine) -> StatedLine? {
    if line.amount <= 0 || line.counterparty.isEmpty { return nil }
    return sides.lines.last { paid in
      paid.amount == 0 &- line.amount && paid.counterparty == line.counterparty && sides.holds(paid.match) && paid.day <= line.day
        && line.day.number - paid.day.number <= 31
    }
  }

  /// Whether the bank says that a line is money that came back.
  private static func saysReturned(_ line: StatedLine) -> Bool {
    ["退回", "退汇", "退款", "退票", "冲正", "冲销", "冲回", "撤销"].contains { line.text.contains($0) }
  }

  /// The rest by its age.
  private mutating func age() {
    for index in unsettled.values {
      let days = sides.day.number - items[index].day.number
      let isYoung = days <= OpenItems.transitDays
      items[index].kind = isYoung ? .inTransit : .oneSided
      items[index].isExplained = isYoung
      switch (items[index].side, isYoung) {
      case (.books, true): items[index].reason = Phrase("账簿已记 \(days) 天，银行在途", "booked \(EnglishCount.of(days, "day")) ago, on its way")
      case (.statement, true):
        items[index].reason = Phrase("银行已记 \(days) 天，账簿待记", "on the statement for \(EnglishCount.of(days, "day")), still to be booked")
      case (.books, false): items[index].reason = Phrase("账簿已记，对账单上没有", "booked, not on the statement")
      case (.statement, false): items[index].reason = Phrase("对账单上有，账簿未记", "on the statement, not booked")
      }
    }
  }
}
