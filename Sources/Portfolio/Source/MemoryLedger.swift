import LedgerCore

/// A set of books held in memory: what a journal amounts to without a book file.
public final class MemoryLedger: LedgerSource, FactStore, EventHistory {
  /// How much is kept of what is recorded.
  public enum Keeping: Sendable {
    /// Balances by month only: enough for balances of whole months and of everything.
    case balances
    /// Postings and facts too: enough for every report.
    case everything
  }

  public let register: Register
  private let keeping: Keeping
  private var recorder: Recorder?
  private(set) var balances = BalanceTable()
  private var facts: [Fact] = []
  private var factsOfDeal: [DealID: [Int]] = [:]
  private var factsOfEnvelope: [EnvelopeID: [Int]] = [:]
  private(set) var vouchers: [MemoryVoucher] = []
  /// The vouchers of `opening` events.
  private(set) var openingVouchers: [MemoryVoucher] = []
  private(set) var postings: [Posting] = []
  private(set) var events: [Int64: Event] = [:]
  private var batches: [Int64] = []
  /// Events that were said again with their key, in the order in which that was read.
  public private(set) var repeatedEvents: [Int64] = []
  private var eventOfKey: [String: Int64] = [:]
  private(set) var reversals: [Int64: Int64] = [:]
  private var lastNumber: [NumberSeries: Int64] = [:]
  private var counts: [String: Int] = [:]
  private(set) var sequence: Int64 = 0
  private var lastDay = Day.always
  /// Whether an event asked for what `.balances` does not keep, so that the books must be read again with everything.
  public private(set) var lacksHistory = false

  /// Whether events are numbered as in a book file, where a `book` and a `batch` event stand before them.
  private let numbersAsBook: Bool

  /// Empty books under a rule set.
  ///
  /// - Parameter numbersAsBook: number events as a new book would that they are imported into, so that `#17` means the
  ///   same event in both; otherwise the first event is 1.
  public init(rules: RuleSet, keeping: Keeping = .everything, numbersAsBook: Bool = false) {
    self.keeping = keeping
    self.numbersAsBook = numbersAsBook
    self.register = Register(rules: rules)
  }

  /// The rule set in force now.
  public var rules: RuleSet { register.timeline.latest }

  /// Records an event after all those before it; one that repeats an earlier event and its key changes nothing.
  ///
  /// - Throws: the first thing that is wrong; nothing has changed then.
  @discardableResult
  public func record(_ event: Event) throws(Diagnostic) -> RecordedEvent {
    if let repeated = try repeated(event) { return repeated }
    let recorder = recorder ?? Recorder(register: register, facts: self, history: self)
    self.recorder = recorder
    let recorded = try recorder.record(event, sequence: next(for: event))
    try balances.add(recorded.vouchers)
    sequence = recorded.sequence
    keep(recorded)
    return recorded
  }

  /// The place of the next event; a book has its `book` event at 1 and a `batch` event before all others.
  public func next(for event: Event) -> Int64 {
    guard numbersAsBook, event.kind.name != "book" else { return sequence + 1 }
    return max(sequence, event.kind.name == "batch" ? 1 : 2) + 1
  }

  private func keep(_ recorded: RecordedEvent) {
    let event = recorded.event
    counts[event.kind.name, default: 0] += 1
    for fact in recorded.facts {
      let index = facts.count
      facts.append(fact)
      if !fact.dimensions.deal.isNone { factsOfDeal[fact.dimensions.deal, default: []].append(index) }
      if !fact.dimensions.envelope.isNone { factsOfEnvelope[fact.dimensions.envelope, default: []].append(index) }
    }
    if recorded.reverses != 0 { reversals[recorded.reverses] = recorded.sequence }
    if let key = event.text("key") { eventOfKey[key] = recorded.sequence }
    for voucher in recorded.vouchers { lastDay = max(lastDay, voucher.day) }
    for fact in recorded.facts { lastDay = max(lastDay, fact.day) }
    if keeping == .balances { return }
    events[recorded.sequence] = event
    if event.kind.name == "batch" { batches.append(recorded.sequence) }
    for voucher in recorded.vouchers {
      let series = NumberSeries(book: voucher.book, type: voucher.type, month: voucher.day.month)
      lastNumber[series, default: 0] += 1
      let first = postings.count
      postings.append(contentsOf: voucher.postings)
      vouchers.append(
        MemoryVoucher(
          sequence: recorded.sequence, book: voucher.book, type: voucher.type, number: lastNumber[series] ?? 1,
          day: voucher.day, rule: voucher.rule, narration: voucher.narration, attachments: voucher.attachments, first: first,
          count: voucher.postings.count))
      if voucher.rule == Voucher.openingRule, let last = vouchers.last { openingVouchers.append(last) }
    }
  }
}

/// A voucher kept in memory, its postings a range of one array.
struct MemoryVoucher {
  let sequence: Int64
  let book: AccountBook
  let type: VoucherType
  let number: Int64
  let day: Day
  let rule: String
  let narration: String
  let attachments: Int64
  let first: Int
  let count: Int
}

/// Vouchers are numbered by book, series and month.
struct NumberSeries: Hashable {
  let book: AccountBook
  let type: VoucherType
  let month: Month
}

extension MemoryLedger {
  public func facts(ofDeal deal: DealID) throws(Diagnostic) -> [Fact] { (factsOfDeal[deal] ?? []).map { facts[$0] } }

  public func facts(ofEnvelope envelope: EnvelopeID) throws(Diagnostic) -> [Fact] {
    (factsOfEnvelope[envelope] ?? []).map { facts[$0] }
  }

  public func facts(ofProgramme programme: ProgrammeID, _ measures: Set<Measure>) throws(Diagnostic) -> [Fact] {
    facts.filter { $0.dimensions.programme == programme && measures.contains($0.measure) }
  }

  public func facts(of measures: Set<Measure>) throws(Diagnostic) -> [Fact] {
    facts.filter { measures.contains($0.measure) }
  }

  public func grossTotals() throws(Diagnostic) -> GrossTotals {
    var gross = GrossTotals()
    for fact in facts {
      do throws(MoneyOverflow) { try gross.add(fact) } catch {
        throw Diagnostic.sumOverflow
      }
    }
    return gross
  }

  /// What an event that repeats a key amounts to: nothing but a warning when it says the same as the first one.
  private func repeated(_ event: Event) throws(Diagnostic) -> RecordedEvent? {
    guard let key = event.text("key"), let number = eventOfKey[key] else { return nil }
    if keeping == .balances { lacksHistory = true }
    let place = event.position(of: "key")
    guard events[number]?.says(theSameAs: event) ?? true else {
      throw .duplicateKey(key, of: number, at: place)
    }
    repeatedEvents.append(number)
    let warning = Diagnostic(
      .alreadyRecorded,
      Wording("key \(key) 是 #\(number) 的，内容相同；不重复记录", "key \(key) is that of #\(number), which says the same; nothing is recorded again"),
      hint: Wording("删去重复的一条，或给它另起 key", "remove the repetition, or give the event a key of its own"), at: place, severity: .warning)
    return RecordedEvent(sequence: number, event: event, facts: [], vouchers: [], warnings: [warning])
  }

  public func recorded(_ reference: String) throws(Diagnostic) -> RecordedEvent? {
    if keeping == .balances { lacksHistory = true }
    let number = reference.first == "#" ? Int64(reference.dropFirst()) : eventOfKey[reference]
    guard let number, let event = events[number] else { return nil }
    let own = vouchers.filter { $0.sequence == number }.map { kept in
      var voucher = Voucher(
        book: kept.book, day: kept.day, rule: kept.rule, narration: kept.narration,
        postings: Array(postings[kept.first..<kept.first + kept.count]))
      (voucher.type, voucher.attachments) = (kept.type, kept.attachments)
      return voucher
    }
    return RecordedEvent(
      sequence: number, event: event, facts: facts.filter { $0.sequence == number }, vouchers: own,
      reverses: reversals.first { $0.value == number }?.key ?? 0)
  }

  public func origin(of sequence: Int64) throws(Diagnostic) -> EventOrigin? {
    guard let event = events[sequence] else { return nil }
    return EventOrigin(event: event, batch: batches.last { $0 <= sequence }.flatMap { events[$0] })
  }

  public func reversal(of sequence: Int64) throws(Diagnostic) -> Int64? { reversals[sequence] }

  public func balance(
    of account: AccountID, _ commodity: CommodityID, asOf day: Day
  ) throws(Diagnostic) -> Int64 {
    if keeping == .balances && day != .never && day != day.month.end { lacksHistory = true }
    if keeping == .balances || day == .never { return try balances.balance(of: account, commodity, through: day.month) }
    var sum: Int64 = 0
    for voucher in vouchers where voucher.day <= day {
      for posting in postings[voucher.first..<voucher.first + voucher.count]
      where posting.account == account && posting.commodity == commodity {
        sum &+= posting.amount
      }
    }
    return sum
  }
}

extension MemoryLedger {
  public func balances(of book: AccountBook, through month: Month) throws(Diagnostic) -> [StandingBalance] {
    try balances.standing(in: book, through: month, register: register)
  }

  public func activeMonths(of book: AccountBook) throws(Diagnostic) -> [Month] {
    var months: Set<Month> = []
    for key in balances.turnovers.keys where register[key.account].book == book { months.insert(key.month) }
    return months.sorted()
  }

  public func balances(before month: Month) throws(Diagnostic) -> [Movement] {
    var table = MovementTable(query: MovementQuery(from: month.start, isByDimensions: true))
    for (key, turnover) in balances.turnovers {
      let isBefore = key.month < month
      try table.add(
        account: key.account, commodity: key.commodity, dimensions: key.dimensions,
        opening: isBefore ? turnover.debit &- turnover.credit : 0, debit: isBefore ? 0 : turnover.debit,
        credit: isBefore ? 0 : turnover.credit)
    }
    return table.rows
  }

  public func head(at moment: Moment) throws(Diagnostic) -> ChainHead {
    ChainHead(sequence: min(sequence, moment.knownAt), digest: "")
  }

  public func lastDay(at moment: Moment) throws(Diagnostic) -> Day {
    if moment.asOf == .never && moment.knownAt >= sequence { return lastDay }
    var day = Day.always
    for voucher in vouchers where voucher.day <= moment.asOf && voucher.sequence <= moment.knownAt {
      day = max(day, voucher.day)
    }
    for fact in facts where fact.day <= moment.asOf && fact.sequence <= moment.knownAt { day = max(day, fact.day) }
    return day
  }

  public func facts(from first: Day, at moment: Moment, of measures: Set<Measure>?) throws(Diagnostic) -> [Fact] {
    facts.filter {
      $0.day >= first && $0.day <= moment.asOf && $0.sequence <= moment.knownAt && (measures?.contains($0.measure) ?? true)
    }
  }

  public func movements(_ query: MovementQuery) throws(Diagnostic) -> [Movement] {
    if query.moment == .latest && query.from == .always && !query.leavesOutClosing && !query.opensWithOpenings {
      return try balances.movements(query, register: register)
    }
    var table = MovementTable(query: query)
    try vouchers(for: query) { voucher, postings, isOpening throws(Diagnostic) in
      for posting in postings {
        if isOpening { try table.addOpening(posting) } else { try table.add(posting, on: voucher.day) }
      }
    }
    return table.rows
  }

  /// Hands out the vouchers that a query covers, with whether they count as its opening.
  func vouchers(
    for query: MovementQuery, _ body: (MemoryVoucher, ArraySlice<Posting>, Bool) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let closings = query.leavesOutClosing ? closingEvents : []
    let openings = query.opensWithOpenings ? openings(knownAt: query.moment.knownAt) : nil
    for voucher in vouchers
    where voucher.day <= query.moment.asOf && voucher.sequence <= query.moment.knownAt
      && (query.book == nil || query.book == voucher.book)
    {
      if query.leavesOutClosing && (voucher.rule == Voucher.closingRule || closings.contains(voucher.sequence)) { continue }
      try body(
        voucher, postings[voucher.first..<voucher.first + voucher.count],
        openings?.contains(voucher) ?? false)
    }
  }

  /// The events that reverse one with closing vouchers.
  private var closingEvents: Set<Int64> {
    Set(vouchers.lazy.filter { $0.rule == Voucher.closingRule }.compactMap { self.reversals[$0.sequence] })
  }

  public func postings(
    _ query: PostingQuery, _ body: (PostingRow) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let reversing = query.rules.map(eventsReversing) ?? []
    let openings = openings(knownAt: query.moment.knownAt)
    let asksOpenings = query.rules?.contains(Voucher.openingRule) ?? false
    let order = vouchers.indices.filter { index in
      let voucher = vouchers[index]
      let isRed = voucher.rule == Voucher.redRule && reversing.contains(voucher.sequence)
      let isAsked = isRed || asksOpenings && openings.opensBooks(voucher)
      if let rules = query.rules, !rules.contains(voucher.rule), !isAsked { return false }
      return voucher.day <= query.moment.asOf && voucher.day >= query.from
        && voucher.sequence <= query.moment.knownAt && (query.book == nil || query.book == voucher.book)
        && (query.voucher == nil || query.voucher == Int64(index + 1))
        && (query.event == nil || query.event == voucher.sequence)
    }.sorted { (vouchers[$0].day, $0) < (vouchers[$1].day, $1) }
    for index in order {
      let voucher = vouchers[index]
      for line in 0..<voucher.count {
        let posting = postings[voucher.first + line]
        if let accounts = query.accounts, !accounts.contains(posting.account) { continue }
        if !posting.dimensions.agree(with: query.dimensions) { continue }
        try body(
          PostingRow(
            sequence: voucher.sequence, voucher: Int64(index + 1), book: voucher.book, type: voucher.type,
            number: voucher.number, day: voucher.day, rule: voucher.rule, narration: voucher.narration,
            attachments: voucher.attachments, line: line + 1, posting: posting,
            opensBooks: openings.opensBooks(voucher)))
      }
    }
  }

  /// The events that reverse one with a voucher of some rules.
  private func eventsReversing(_ rules: Set<String>) -> Set<Int64> {
    if reversals.isEmpty { return [] }
    let rules = rules.subtracting([Voucher.switchRule])
    return Set(vouchers.lazy.filter { rules.contains($0.rule) }.compactMap { self.reversals[$0.sequence] })
  }

  public func sequences(ofKind kind: String, at moment: Moment) throws(Diagnostic) -> Set<Int64> {
    Set(events.lazy.filter { $0.key <= moment.knownAt && $0.value.kind.name == kind }.map(\.key))
  }

  public func eventCounts(at moment: Moment) throws(Diagnostic) -> [(kind: String, count: Int)] {
    var counts = counts
    if moment.asOf != .never || moment.knownAt < sequence {
      counts = [:]
      for (number, event) in events where number <= moment.knownAt && event.effectiveDay <= moment.asOf {
        counts[event.kind.name, default: 0] += 1
      }
    }
    return EventCatalog.kinds.compactMap { kind in counts[kind.name].map { (kind.name, $0) } }
  }
}
