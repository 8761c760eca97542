import LedgerCore

/// What reports read: a book file or a journal held in memory answer the same questions.
public protocol LedgerSource: AnyObject {
  var register: Register { get }
  var rules: RuleSet { get }
  /// Where the chain stood at a moment.
  func head(at moment: Moment) throws(Diagnostic) -> ChainHead
  /// Facts at a moment in order of recording, of all measures or some.
  func facts(at moment: Moment, of measures: Set<Measure>?) throws(Diagnostic) -> [Fact]
  /// Balances and turnovers by account and commodity; rows that are zero throughout are left out.
  func movements(_ query: MovementQuery) throws(Diagnostic) -> [Movement]
  /// Postings by day, then in order of recording.
  func postings(_ query: PostingQuery, _ body: (PostingRow) throws(Diagnostic) -> Void) throws(Diagnostic)
  /// How many events of each kind there are at a moment.
  func eventCounts(at moment: Moment) throws(Diagnostic) -> [(kind: String, count: Int)]
  /// How many vouchers and postings there are at a moment, and on which days.
  func extent(at moment: Moment) throws(Diagnostic) -> LedgerExtent
  /// The last day that a fact or a voucher is dated, at a moment; `always` when there is none.
  func lastDay(at moment: Moment) throws(Diagnostic) -> Day
}

extension LedgerSource {
  /// Facts of all measures at a moment.
  public func facts(at moment: Moment) throws(Diagnostic) -> [Fact] { try facts(at: moment, of: nil) }

  /// The last day by reading all facts and postings; a store that can find it faster answers itself.
  public func lastDay(at moment: Moment) throws(Diagnostic) -> Day {
    var day = try extent(at: moment).days?.upperBound ?? .always
    for fact in try facts(at: moment) { day = max(day, fact.day) }
    return day
  }
}
