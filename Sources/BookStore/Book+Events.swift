import JournalText
import LedgerCore
import Portfolio

extension Book: EventHistory {
  /// The event named `#17` or by its key, with all that it did; nil when there is none.
  public func recorded(_ reference: String) throws(Diagnostic) -> RecordedEvent? {
    try reading { state throws(Diagnostic) in try state.history.recorded(reference) }
  }

  /// The event that reverses the one with this sequence, or nil.
  public func reversal(of sequence: Int64) throws(Diagnostic) -> Int64? {
    try reading { state throws(Diagnostic) in try state.history.reversal(of: sequence) }
  }

  /// The balance of an account at the end of a day, debit positive, over all that was recorded.
  public func balance(
    of account: AccountID, _ commodity: CommodityID, asOf day: Day
  ) throws(Diagnostic) -> Int64 {
    try reading { state throws(Diagnostic) in try state.history.balance(of: account, commodity, asOf: day) }
  }
}

extension Book {
  /// Hands out the canonical text of every event known at a moment, in order; what `bgt print` writes.
  ///
  /// Events dated after `asOf` are left out, so only a moment without `asOf` gives the whole chain.
  public func events(
    at moment: Moment = .latest, after sequence: Int64 = 0,
    _ body: (_ sequence: Int64, _ text: [UInt8]) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try reading { _ throws(Diagnostic) in
      let rows = try file.newStatement(
        "SELECT seq, text FROM event WHERE seq > ? AND seq <= ? AND coalesce(day, ?) <= ? ORDER BY seq")
      rows.bind(1, sequence)
      rows.bind(2, moment.knownAt)
      rows.bind(3, Int64(Day.always.number))
      rows.bind(4, Int64(moment.asOf.number))
      while try rows.step() { try body(rows.int(0), Array(rows.bytes(1))) }
    }
  }

  /// The batches of the chain in order.
  public func batches() throws(Diagnostic) -> [Batch] {
    try reading { state throws(Diagnostic) in
      let rows = try file.newStatement("SELECT seq, text FROM event WHERE kind = 'batch' ORDER BY seq")
      var events: [(sequence: Int64, event: Event)] = []
      while try rows.step() {
        events.append((rows.int(0), try state.reader.event(parsing: Array(rows.bytes(1)))))
      }
      return events.indices.map { index in
        let (sequence, event) = events[index]
        return Batch(
          sequence: sequence, last: index + 1 < events.count ? events[index + 1].sequence &- 1 : state.sequence,
          recorded: event.text("recorded") ?? "", by: event.text("by") ?? "", source: event.text("source") ?? "",
          digest: event.text("digest") ?? "")
      }
    }
  }

  /// The last event that was known at the end of a day or at an instant in UTC (`2026-11-23`, `2026-11-23T10:00:00Z`).
  ///
  /// It is the event before the first batch recorded later; a batch taken over from other books counts as known only
  /// with the batch that brought it.
  public func sequence(knownAt time: String) throws(Diagnostic) -> Int64 {
    let batches = try batches()
    // Instants sort as text; a day stands for all instants that begin with it.
    let later = batches.first { $0.recorded > time && !$0.recorded.hasPrefix(time) }
    if let later { return later.sequence &- 1 }
    return try head(at: .latest).sequence
  }
}
