import LedgerCore
import Portfolio

/// The events that a query selects: those with a posting that fits, and of those that post nothing, the ones that fit by what
/// they say themselves.
public struct EventSelection {
  private let plan: QueryPlan
  /// Events with a posting that fits.
  private var fitting: Set<Int64> = []
  /// Events with any posting.
  private var posting: Set<Int64> = []

  /// Selects events of a source.
  ///
  /// - Throws: `unknownAccount` and its like for a name that nothing fits, or what the source throws.
  public init(_ query: Query, _ source: any LedgerSource, moment: Moment) throws(Diagnostic) {
    let plan = try QueryPlan(query, source, moment: moment, book: nil)
    self.plan = plan
    var (fitting, posting): (Set<Int64>, Set<Int64>) = ([], [])
    try source.postings(PostingQuery(moment: moment)) { row throws(Diagnostic) in
      posting.insert(row.sequence)
      if plan.span.contains(row.day) && plan.allows(row) { fitting.insert(row.sequence) }
    }
    (self.fitting, self.posting) = (fitting, posting)
  }

  /// Whether an event may be selected, so that it is worth reading.
  public func mayContain(_ sequence: Int64) -> Bool { fitting.contains(sequence) || !posting.contains(sequence) }

  /// Whether an event is selected; those of the book itself, which say who recorded what when, never are.
  public func contains(_ event: Event, at sequence: Int64) -> Bool {
    if event.kind.group == .book { return false }
    return fitting.contains(sequence) || (!posting.contains(sequence) && plan.allows(event, at: sequence))
  }
}
