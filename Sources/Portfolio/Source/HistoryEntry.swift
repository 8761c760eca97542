import LedgerCore

/// One recorded event with all that an auditor asks of it: who recorded it, when, out of what, and what became of it.
public struct HistoryEntry: Sendable {
  /// The place in the chain.
  public var sequence: Int64
  /// What was recorded.
  public var event: Event
  /// The canonical text of the event, without the line feed at its end.
  public var text: String
  /// The instant in UTC at which it was recorded; empty when the batch names none.
  public var recorded: String
  /// Who recorded it; empty when nobody was named.
  public var by: String
  /// Who prepared it, where a second person approved; empty otherwise.
  public var preparer: String
  /// The file or command that it came from.
  public var source: String
  /// The ids of its vouchers; nil without any.
  public var vouchers: ClosedRange<Int64>?
  /// The event that it reverses; 0 for none.
  public var reverses: Int64
  /// The event that reversed it; 0 for none.
  public var reversedBy: Int64
  /// The latest accounting date that the books held before it; nil when they held none.
  public var latestBefore: Day?

  public init(
    sequence: Int64, event: Event, text: String, recorded: String, by: String, preparer: String, source: String,
    vouchers: ClosedRange<Int64>?, reverses: Int64, reversedBy: Int64, latestBefore: Day?
  ) {
    self.sequence = sequence
    self.event = event
    self.text = text
    self.recorded = recorded
    self.by = by
    self.preparer = preparer
    self.source = source
    self.vouchers = vouchers
    self.reverses = reverses
    self.reversedBy = reversedBy
    self.latestBefore = latestBefore
  }

  /// Whether the books held a later accounting date already when the event was recorded.
  public var isOutOfOrder: Bool {
    guard let day = event.day, let latestBefore else { return false }
    return day < latestBefore
  }

  /// Whether the event is dated in an earlier month than that in which it was recorded.
  public var isOfEarlierMonth: Bool {
    guard let day = event.day, let recorded = Day(recorded.prefix(10)) else { return false }
    return day.month < recorded.month
  }
}
