import LedgerCore
import Portfolio

/// What statements of bank and treasury confirm of the payments of envelopes; only once statements are recorded.
struct BankLeg {
  private let records: StatementRecords
  /// The last day that statements of any account cover.
  let last: Day
  /// The first day that they cover.
  let first: Day
  private let lineOfMatch: [Int64: [StatedLine]]
  /// Whether statements go on after the day that is asked for, so that a match may be of a later one.
  private let isCut: Bool

  /// Nil when no statement is recorded, so that there is nothing to compare with.
  init?(_ source: any LedgerSource, moment: Moment) throws(Diagnostic) {
    let records = try StatementRecords(source, knownAt: moment.knownAt)
    if records.isEmpty { return nil }
    self.records = records
    first = (records.heads.map(\.head.from) + records.lines.map(\.line.day)).min() ?? .never
    let end = (records.heads.map(\.head.to) + records.lines.map(\.line.day)).max() ?? .always
    last = min(moment.asOf, end)
    isCut = moment.asOf != .never
    lineOfMatch = Dictionary(grouping: records.lines.map(\.line).filter { $0.match != 0 && $0.day <= moment.asOf }, by: \.match)
  }

  /// The lines that an event is matched with; empty when none is.
  func lines(of event: Int64) -> [StatedLine] {
    (records.matches.ofEvent[event] ?? []).sorted().flatMap { lineOfMatch[$0] ?? [] }
  }

  /// Whether lines of a calendar year may stand in no match that holds on the day.
  func hasOpenLines(in year: Int) -> Bool {
    records.lines.contains { $0.line.day.year == year && $0.line.day <= last && ($0.line.match == 0 || isCut) }
  }

  /// What the reconciliation of balances lists over all accounts that have statements: the three sides give an item the class
  /// that it has there.
  func openItems(
    _ source: any LedgerSource, moment: Moment
  ) throws(Diagnostic) -> (books: [Int64: [OpenItem]], lines: [OpenItem]) {
    let accounts = Set(records.heads.map(\.account) + records.lines.map(\.account)).filter { !$0.isNone }
    var books: [Int64: [OpenItem]] = [:]
    var lines: [OpenItem] = []
    for account in accounts.sorted() {
      let sides = try AccountSides(source, source.register[account], records, moment: moment)
      for item in try OpenItems(sides, source, knownAt: moment.knownAt).items {
        if item.side == .books {
          books[item.sequence, default: []].append(item)
        } else if sides.commodity == source.register.baseID {
          lines.append(item)
        }
      }
    }
    return (books, lines)
  }

  /// Whether lines confirm an event.
  func confirms(_ event: Int64) -> Bool {
    (records.matches.ofEvent[event] ?? []).contains { lineOfMatch[$0] != nil }
  }

  /// What lines confirm of the payments of an envelope, minor units, refunds taken off.
  func confirmed(_ spending: [Fact], of envelope: EnvelopeID) throws(Diagnostic) -> Int64 {
    var sum: Int64 = 0
    for fact in spending where fact.dimensions.envelope == envelope && confirms(fact.sequence) { try sum.add(fact.spent) }
    return sum
  }
}
