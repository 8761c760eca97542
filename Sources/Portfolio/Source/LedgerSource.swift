import LedgerCore

/// What reports read: a book file or a journal held in memory answer the same questions.
public protocol LedgerSource: AnyObject {
  var register: Register { get }
  /// The rule set in force now; `register.timeline` has those of other days.
  var rules: RuleSet { get }
  /// Where the chain stood at a moment.
  func head(at moment: Moment) throws(Diagnostic) -> ChainHead
  /// Facts of a day and later, at a moment, in order of recording, of all measures or some.
  func facts(from first: Day, at moment: Moment, of measures: Set<Measure>?) throws(Diagnostic) -> [Fact]
  /// Gathers the same facts in sinks, for reports over so many that they should not be held all at once.
  ///
  /// Each sink takes facts that follow each other, and sinks come in their order; several may be filled at once.
  /// - Parameter empty: makes a sink for at most so many facts.
  func gatherFacts<Sink: Sendable>(
    from first: Day, at moment: Moment, of measures: Set<Measure>?, into empty: @escaping @Sendable (Int) -> Sink,
    _ add: @escaping @Sendable (inout Sink, Fact) -> Void
  ) throws(Diagnostic) -> [Sink]
  /// The events that facts of a moment reverse.
  func reversedEvents(at moment: Moment) throws(Diagnostic) -> Set<Int64>
  /// Balances and turnovers by account and commodity; rows that are zero throughout are left out.
  func movements(_ query: MovementQuery) throws(Diagnostic) -> [Movement]
  /// What a query's period moved, month by month; months in which nothing moved are left out.
  func turnover(_ query: MovementQuery) throws(Diagnostic) -> [MonthTurnover]
  /// What plain vouchers moved from a day on, at a moment, in the base commodity.
  func plainTurnover(from first: Day, at moment: Moment) throws(Diagnostic) -> [PlainTurnover]
  /// Postings by day, then in order of recording.
  func postings(_ query: PostingQuery, _ body: (PostingRow) throws(Diagnostic) -> Void) throws(Diagnostic)
  /// How many events of each kind there are at a moment.
  func eventCounts(at moment: Moment) throws(Diagnostic) -> [(kind: String, count: Int)]
  /// The months in which a book has vouchers, ascending, over all that is recorded.
  func activeMonths(of book: AccountBook) throws(Diagnostic) -> [Month]
  /// How many vouchers and postings of a day and later there are at a moment, and on which days.
  func extent(from first: Day, at moment: Moment) throws(Diagnostic) -> LedgerExtent
  /// An event by its place in the chain, with who recorded it; nil when there is none.
  func origin(of sequence: Int64) throws(Diagnostic) -> EventOrigin?
  /// The places in the chain of events that the text says once more with the same key, once for each time; a book takes
  /// no event twice and knows of none.
  var repeatedEvents: [Int64] { get }
  /// The events at some places in the chain, in their order; nil where there is none.
  func events(at sequences: [Int64]) throws(Diagnostic) -> [Event?]
  /// The last day that a fact or a voucher is dated, at a moment; `always` when there is none.
  func lastDay(at moment: Moment) throws(Diagnostic) -> Day
  /// The places in the chain of all events of a kind, as far as they were known at a moment.
  func sequences(ofKind kind: String, at moment: Moment) throws(Diagnostic) -> Set<Int64>
  /// The places in the chain of the events known at a moment that state one of some fields and meet a condition.
  func sequences(
    stating fields: [String], at moment: Moment, where fits: (Event) -> Bool
  ) throws(Diagnostic) -> Set<Int64>
}

extension LedgerSource {
  /// The events one by one; a store that can read many at once does so.
  public func events(at sequences: [Int64]) throws(Diagnostic) -> [Event?] {
    var events: [Event?] = []
    for sequence in sequences { events.append(try origin(of: sequence)?.event) }
    return events
  }

  /// None.
  public var repeatedEvents: [Int64] { [] }

  /// The facts in one sink; a store that need not hold them all fills several.
  public func gatherFacts<Sink: Sendable>(
    from first: Day, at moment: Moment, of measures: Set<Measure>?, into empty: @escaping @Sendable (Int) -> Sink,
    _ add: @escaping @Sendable (inout Sink, Fact) -> Void
  ) throws(Diagnostic) -> [Sink] {
    let facts = try facts(from: first, at: moment, of: measures)
    var sink = empty(facts.count)
    for fact in facts { add(&sink, fact) }
    return [sink]
  }

  /// The reversed events by looking at each fact; a store that keeps them answers faster.
  public func reversedEvents(at moment: Moment) throws(Diagnostic) -> Set<Int64> {
    Set(try facts(at: moment).lazy.map(\.reverses).filter { $0 != 0 })
  }

  /// Facts of all measures at a moment.
  public func facts(at moment: Moment) throws(Diagnostic) -> [Fact] { try facts(at: moment, of: nil) }

  /// Facts at a moment in order of recording, of all measures or some.
  public func facts(at moment: Moment, of measures: Set<Measure>?) throws(Diagnostic) -> [Fact] {
    try facts(from: .always, at: moment, of: measures)
  }

  /// What plain vouchers moved, by reading their postings; a store that keeps it answers faster.
  public func plainTurnover(from first: Day, at moment: Moment) throws(Diagnostic) -> [PlainTurnover] {
    var table = PlainTurnoverTable(register: register)
    try table.add(try plainPostings(from: first, at: moment))
    return table.rows(in: register.baseID)
  }

  /// The postings of plain vouchers.
  public func plainPostings(from first: Day, at moment: Moment) throws(Diagnostic) -> [PostingRow] {
    var rows: [PostingRow] = []
    let query = PostingQuery(moment: moment, from: first, rules: PlainTurnover.rules)
    try postings(query) { row throws(Diagnostic) in rows.append(row) }
    return rows
  }

  /// The events of a kind by looking at each; a store that can find them faster answers itself.
  public func sequences(ofKind kind: String, at moment: Moment) throws(Diagnostic) -> Set<Int64> {
    var found: Set<Int64> = []
    for sequence in stride(from: Int64(1), through: try head(at: moment).sequence, by: 1)
    where try origin(of: sequence)?.event.kind.name == kind {
      found.insert(sequence)
    }
    return found
  }

  /// The events that meet a condition by looking at each; a store that can find them faster answers itself.
  public func sequences(
    stating fields: [String], at moment: Moment, where fits: (Event) -> Bool
  ) throws(Diagnostic) -> Set<Int64> {
    var found: Set<Int64> = []
    for sequence in stride(from: Int64(1), through: try head(at: moment).sequence, by: 1) {
      if let event = try origin(of: sequence)?.event, fits(event) { found.insert(sequence) }
    }
    return found
  }

  /// The last day by reading all facts and postings; a store that can find it faster answers itself.
  public func lastDay(at moment: Moment) throws(Diagnostic) -> Day {
    var day = try extent(at: moment).days?.upperBound ?? .always
    for fact in try facts(at: moment) { day = max(day, fact.day) }
    return day
  }
}
