import LedgerCore

extension Figure {
  /// The header fact of a report's cut-off day: what was true then.
  public static func asOf(_ day: Day) -> Figure {
    Figure("asOf", Phrase("截至", "As of"), .day(day))
  }

  /// The header facts of a period, both days included.
  public static func period(from first: Day, to last: Day) -> [Figure] {
    [Figure("from", Phrase("自", "From"), .day(first)), Figure("to", Phrase("至", "To"), .day(last))]
  }

  /// The header fact of what was known: the day or the sequence number of the last event that was looked at.
  public static func knownAt(_ value: Cell) -> Figure {
    Figure("knownAt", Phrase("已知至", "Known at"), value)
  }

  /// The header fact of the head of the chain of events, which identifies the book's content.
  public static func chainHead(_ hash: String) -> Figure {
    Figure("chainHead", Phrase("链头", "Chain head"), .text(hash))
  }
}
