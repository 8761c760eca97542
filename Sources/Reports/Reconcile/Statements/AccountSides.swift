import LedgerCore
import Portfolio

/// One account from both sides: the lines of its statements and what the books have on it, as of a day.
///
/// The first statement's first day parts what is compared item by item from what lies before: of that only the balances
/// are compared, and items that a later line matches. What opens the account in the books on that day lies before it.
struct AccountSides {
  let account: Account
  let commodity: CommodityID
  let register: Register
  /// Statements by their days.
  let heads: [StatementHead]
  /// First day that is compared.
  let first: Day
  /// The day as of which both sides are compared: that asked for, at most the last day of the statements.
  let day: Day
  /// All lines, later ones too.
  private(set) var lines: [StatedLine]
  /// All items of the books from a year before the first day on, later ones too.
  private(set) var entries: [AccountEntry]
  /// The last day of each match's items, by its place in the chain.
  private(set) var lastDays: [Int64: Day] = [:]
  /// Items that a red one takes back, and those red ones: no bank knows of either.
  private(set) var undone: Set<Int64> = []
  /// The parties that items which no match holds name in fields of their own.
  private(set) var parties: RecordedParties
  /// Balance of the books on the day, and before the first day.
  let bookBalance: Int64
  private(set) var bookOpening: Int64
  /// Whether the statements have balances.
  let hasBalances: Bool
  /// Balance of the statements before the first day.
  private(set) var statedOpening: Int64

  /// How many days before the first statement items of the books are looked at.
  private static let daysBefore = 400

  /// Gathers both sides.
  ///
  /// - Parameter extra: lines that are not recorded, with the statement that they stand in.
  /// - Throws: `noStatement` when there is nothing to compare with, or what the source throws.
  init(
    _ source: any LedgerSource, _ account: Account, _ records: StatementRecords, moment: Moment,
    extra: (head: StatementHead?, lines: [StatedLine]) = (nil, [])
  ) throws(Diagnostic) {
    self.account = account
    register = source.register
    var lines = records.lines.filter { $0.account == account.id }.map(\.line) + extra.lines
    var heads = records.heads.filter { $0.account == account.id }.map(\.head)
    if let head = extra.head { heads.append(head) }
    heads.sort { ($0.from, $0.to, $0.sequence) < ($1.from, $1.to, $1.sequence) }
    let commodity = lines.first?.commodity ?? heads.compactMap(\.commodity).first ?? register.baseID
    self.commodity = commodity
    lines = lines.filter { $0.commodity == commodity }
    self.heads = heads
    let firsts = heads.map(\.from) + lines.map(\.day)
    let lasts = heads.map(\.to) + lines.map(\.day)
    guard let first = firsts.min(), let last = lasts.max() else {
      throw Diagnostic(
        .noStatement, Wording("没有\(account.name)的对账单", "no statement of \(account.name) is recorded"),
        hint: Wording(
          "先读入：bgt reconcile statement 文件 --account \(account.name)", "read one in: bgt reconcile statement FILE --account \(account.name)")
      )
    }
    self.first = first
    day = min(moment.asOf, last)
    lines.sort { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
    self.lines = lines
    let scope = Set(register.accounts.filter { account.covers($0) }.map(\.id))
    entries = try AccountSides.entries(
      source, scope, commodity, from: first.adding(days: -AccountSides.daysBefore), knownAt: moment.knownAt)
    parties = try RecordedParties(of: [], in: source, knownAt: moment.knownAt)
    let opening = try AccountSides.balance(source, scope, commodity, Moment(asOf: first.adding(days: -1), knownAt: moment.knownAt))
    bookBalance = try AccountSides.balance(source, scope, commodity, Moment(asOf: day, knownAt: moment.knownAt))
    var brought = opening
    for entry in entries where entry.isBroughtForward && entry.day >= first && entry.day <= day { try brought.add(entry.amount) }
    bookOpening = brought
    // The same days may have been read from a list without balances too.
    let stated = heads.first { $0.from == heads.first?.from && $0.opening != nil }?.opening
    hasBalances = stated != nil
    statedOpening = stated ?? brought
    try connect(records.matches, source, scope, knownAt: moment.knownAt)
    if opening == 0 { try takeOpenings(source, knownAt: moment.knownAt) }
    let open = Set(entries.lazy.filter { $0.match == 0 }.map(\.sequence))
    if self.lines.contains(where: { $0.match == 0 }) {
      parties = try RecordedParties(of: open, in: source, knownAt: moment.knownAt)
    }
  }

  /// Finds which items stand in which match, and which cancel out.
  private mutating func connect(
    _ matches: MatchIndex, _ source: any LedgerSource, _ scope: Set<AccountID>, knownAt: Int64
  ) throws(Diagnostic) {
    let own = Set(lines.lazy.map(\.match)).subtracting([0])
    for line in lines where line.match != 0 { lastDays[line.match] = max(lastDays[line.match] ?? .always, line.day) }
    var known: Set<Int64> = []
    for index in entries.indices {
      known.insert(entries[index].sequence)
      guard let match = try match(of: entries[index].sequence, matches, own, source) else { continue }
      entries[index].match = match
      lastDays[match] = max(lastDays[match] ?? .always, entries[index].day)
    }
    // Matched items from long before.
    for (sequence, found) in matches.ofEvent where !known.contains(sequence) && !own.isDisjoint(with: found) {
      guard let match = found.intersection(own).min() else { continue }
      for var entry in try AccountSides.entries(source, scope, commodity, from: .always, knownAt: knownAt, event: sequence) {
        entry.match = match
        entries.insert(entry, at: 0)
      }
    }
    let places = Dictionary(entries.indices.map { (entries[$0].sequence, $0) }, uniquingKeysWith: { first, _ in first })
    for entry in entries where entry.match == 0 && entry.reverses != 0 && entry.day <= day {
      guard let place = places[entry.reverses], entries[place].match == 0, entries[place].amount == 0 &- entry.amount else {
        continue
      }
      undone.formUnion([entry.sequence, entry.reverses])
    }
  }

  /// Takes plain vouchers that state the account's opening balance on the first day for what they are.
  private mutating func takeOpenings(_ source: any LedgerSource, knownAt: Int64) throws(Diagnostic) {
    let found = try FirstDayOpenings(self, knownAt: knownAt).events(source)
    for index in entries.indices where found.contains(entries[index].sequence) {
      entries[index].rule = Voucher.openingRule
      try bookOpening.add(entries[index].amount)
      if !hasBalances { try statedOpening.add(entries[index].amount) }
    }
  }

  /// The match of an event on this account; one without lines, where several events cancel out, names its account itself.
  private func match(
    of event: Int64, _ matches: MatchIndex, _ own: Set<Int64>, _ source: any LedgerSource
  ) throws(Diagnostic) -> Int64? {
    guard let found = matches.ofEvent[event] else { return nil }
    if let match = found.intersection(own).min() { return match }
    for match in found.sorted() {
      let name = try source.origin(of: match)?.event.text("account")
      if name.flatMap(register.account(named:))?.id == account.id { return match }
    }
    return nil
  }

  private static func entries(
    _ source: any LedgerSource, _ scope: Set<AccountID>, _ commodity: CommodityID, from: Day, knownAt: Int64,
    event: Int64? = nil
  ) throws(Diagnostic) -> [AccountEntry] {
    var entries: [AccountEntry] = []
    var places: [Int64: Int] = [:]
    let query = PostingQuery(moment: Moment(knownAt: knownAt), from: from, book: .fiscal, accounts: scope, event: event)
    try source.postings(query) { row throws(Diagnostic) in
      guard row.posting.commodity == commodity else { return }
      let number = row.label
      let rule = row.isOpening ? Voucher.openingRule : row.rule
      let isCarried = rule == Voucher.switchRule
      // What a change of charts carries over stands in vouchers of its own event, apart from the money of any other.
      if let place = places[row.sequence], entries[place].isBroughtForward == (isCarried || row.isOpening) {
        try entries[place].amount.add(row.posting.amount)
        if !entries[place].numbers.contains(number) { entries[place].numbers.append(number) }
        return
      }
      places[row.sequence] = entries.count
      entries.append(
        AccountEntry(
          sequence: row.sequence, day: row.day, amount: row.posting.amount, numbers: [number], narration: row.narration,
          rule: rule, dimensions: row.posting.dimensions))
    }
    return entries.filter { $0.amount != 0 }
  }

  private static func balance(
    _ source: any LedgerSource, _ scope: Set<AccountID>, _ commodity: CommodityID, _ moment: Moment
  ) throws(Diagnostic) -> Int64 {
    var sum: Int64 = 0
    for row in try source.movements(MovementQuery(moment: moment, book: .fiscal))
    where scope.contains(row.account) && row.commodity == commodity {
      try sum.add(try Diagnostic.onOverflow { () throws(MoneyOverflow) in try row.closing() })
    }
    return sum
  }

  /// Whether a match holds on the day: none of its items is later.
  func holds(_ match: Int64) -> Bool { match != 0 && (lastDays[match] ?? .never) <= day }

  /// Lines that no item of the books matches on the day.
  var openLines: [StatedLine] { lines.filter { $0.day <= day && !holds($0.match) } }

  /// Items of the books that no line matches on the day.
  var openEntries: [AccountEntry] {
    entries.filter { entry in
      entry.day >= first && entry.day <= day && !entry.isBroughtForward && !holds(entry.match)
        && !undone.contains(entry.sequence)
    }
  }

  /// Items from before the first day that are matched or taken back since: they are what the balances differ by at first.
  var settledBefore: [AccountEntry] {
    let takenBack = Set(entries.lazy.filter { $0.day >= first && $0.reverses != 0 }.map(\.reverses)).intersection(undone)
    return entries.filter { entry in
      entry.day < first && !entry.isBroughtForward && (holds(entry.match) || takenBack.contains(entry.sequence))
    }
  }
}
