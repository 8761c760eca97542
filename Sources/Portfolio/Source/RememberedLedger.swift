import LedgerCore

/// A set of books that remembers what it was asked, for the time of one report.
///
/// The parts of a large report each ask for the facts of the same moment; they are read once and shared. What others record
/// meanwhile is not known to it, so that all parts tell of the same state.
public final class RememberedLedger: LedgerSource {
  private let source: any LedgerSource
  /// The last event when the report began.
  private let last: Int64
  private var facts: [Moment: [Fact]] = [:]
  private var lastDays: [Moment: Day] = [:]

  /// Begins to remember.
  ///
  /// - Throws: what the source throws.
  public init(_ source: any LedgerSource) throws(Diagnostic) {
    self.source = source
    last = try source.head(at: .latest).sequence
  }

  /// Every name of the books.
  public var register: Register { source.register }
  /// The rule set in force now.
  public var rules: RuleSet { source.rules }

  /// A moment that knows nothing recorded since the report began.
  private func bounded(_ moment: Moment) -> Moment { Moment(asOf: moment.asOf, knownAt: min(moment.knownAt, last)) }

  public func facts(from first: Day, at moment: Moment, of measures: Set<Measure>?) throws(Diagnostic) -> [Fact] {
    let moment = bounded(moment)
    let all = if let known = facts[moment] { known } else { try source.facts(at: moment) }
    facts[moment] = all
    if first == .always && measures == nil { return all }
    return all.filter { $0.day >= first && measures?.contains($0.measure) != false }
  }

  public func lastDay(at moment: Moment) throws(Diagnostic) -> Day {
    let moment = bounded(moment)
    let day = if let known = lastDays[moment] { known } else { try source.lastDay(at: moment) }
    lastDays[moment] = day
    return day
  }
}

/// What is asked seldom is handed on.
extension RememberedLedger {
  public var repeatedEvents: [Int64] { source.repeatedEvents }

  public func head(at moment: Moment) throws(Diagnostic) -> ChainHead { try source.head(at: bounded(moment)) }

  public func movements(_ query: MovementQuery) throws(Diagnostic) -> [Movement] {
    var query = query
    query.moment = bounded(query.moment)
    return try source.movements(query)
  }

  public func turnover(_ query: MovementQuery) throws(Diagnostic) -> [MonthTurnover] {
    var query = query
    query.moment = bounded(query.moment)
    return try source.turnover(query)
  }

  public func plainTurnover(from first: Day, at moment: Moment) throws(Diagnostic) -> [PlainTurnover] {
    try source.plainTurnover(from: first, at: bounded(moment))
  }

  public func postings(
    _ query: PostingQuery, _ body: (PostingRow) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var query = query
    query.moment = bounded(query.moment)
    try source.postings(query, body)
  }

  public func eventCounts(at moment: Moment) throws(Diagnostic) -> [(kind: String, count: Int)] {
    try source.eventCounts(at: bounded(moment))
  }

  public func activeMonths(of book: AccountBook) throws(Diagnostic) -> [Month] { try source.activeMonths(of: book) }

  public func extent(from first: Day, at moment: Moment) throws(Diagnostic) -> LedgerExtent {
    try source.extent(from: first, at: bounded(moment))
  }

  public func origin(of sequence: Int64) throws(Diagnostic) -> EventOrigin? { try source.origin(of: sequence) }

  public func events(at sequences: [Int64]) throws(Diagnostic) -> [Event?] { try source.events(at: sequences) }

  public func sequences(ofKind kind: String, at moment: Moment) throws(Diagnostic) -> Set<Int64> {
    try source.sequences(ofKind: kind, at: bounded(moment))
  }

  public func sequences(
    stating fields: [String], at moment: Moment, where fits: (Event) -> Bool
  ) throws(Diagnostic) -> Set<Int64> {
    try source.sequences(stating: fields, at: bounded(moment), where: fits)
  }
}
