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

  /// What stands on the accounts of a book at the end of a month, by dimensions; what is zero is left out.
  public func balances(of book: AccountBook, through month: Month) throws(Diagnostic) -> [StandingBalance] {
    try reading { state throws(Diagnostic) in try state.history.balances(of: book, through: month) }
  }

  /// The months in which a book has vouchers, ascending.
  public func activeMonths(of book: AccountBook) throws(Diagnostic) -> [Month] {
    try reading { state throws(Diagnostic) in
      if knownAt == .max { return try state.history.activeMonths(of: book) }
      // Counters hold only what is known last.
      let rows = try file.newStatement("SELECT DISTINCT month FROM voucher WHERE book = ? AND seq <= ? ORDER BY month")
      rows.bind(1, Int64(book.rawValue))
      rows.bind(2, knownAt)
      var months: [Month] = []
      while try rows.step() { months.append(Month(number: Int32(clamping: rows.int(0)))) }
      return months
    }
  }

  /// Every account by commodity and dimensions: balance before a month, turnover from the month on.
  public func balances(before month: Month) throws(Diagnostic) -> [Movement] {
    try reading { state throws(Diagnostic) in try state.history.balances(before: month) }
  }

  /// The balance of an account at the end of a day, debit positive, over all that was recorded.
  public func balance(
    of account: AccountID, _ commodity: CommodityID, asOf day: Day
  ) throws(Diagnostic) -> Int64 {
    if knownAt < .max {
      let rows = try movements(MovementQuery(moment: Moment(asOf: day)))
      let row = rows.first { $0.account == account && $0.commodity == commodity }
      do throws(MoneyOverflow) { return try row?.closing() ?? 0 } catch {
        throw Diagnostic.sumOverflow
      }
    }
    return try reading { state throws(Diagnostic) in try state.history.balance(of: account, commodity, asOf: day) }
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
    let moment = bounded(moment)
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

  /// An event by its place in the chain, with who recorded it; nil when there is none.
  public func origin(of sequence: Int64) throws(Diagnostic) -> EventOrigin? {
    try reading { state throws(Diagnostic) in
      let rows = try file.statement(
        "SELECT e.text, b.text FROM event e LEFT JOIN event b ON b.seq = e.batch AND b.kind = 'batch' WHERE e.seq = ?")
      rows.bind(1, sequence)
      guard try rows.step() else { return nil }
      let text = Array(rows.bytes(0))
      let batch = rows.isNull(1) ? nil : Array(rows.bytes(1))
      return EventOrigin(
        event: try state.reader.event(parsing: text),
        batch: try batch.map { bytes throws(Diagnostic) in try state.reader.event(parsing: bytes) })
    }
  }

  /// The batches of the chain in order.
  public func batches() throws(Diagnostic) -> [Batch] {
    try reading { state throws(Diagnostic) in
      let rows = try file.newStatement("SELECT seq, text FROM event WHERE kind = 'batch' AND seq <= ? ORDER BY seq")
      rows.bind(1, knownAt)
      var events: [(sequence: Int64, event: Event)] = []
      while try rows.step() {
        events.append((rows.int(0), try state.reader.event(parsing: Array(rows.bytes(1)))))
      }
      return events.indices.map { index in
        let (sequence, event) = events[index]
        return Batch(
          event, sequence: sequence,
          last: index + 1 < events.count ? events[index + 1].sequence &- 1 : min(state.sequence, knownAt))
      }
    }
  }

  /// The places in the chain of the events that came under a batch, the batch itself left out.
  public func events(of batch: Batch) throws(Diagnostic) -> [Int64] {
    try reading { _ throws(Diagnostic) in
      let rows = try file.newStatement("SELECT seq FROM event WHERE seq > ? AND seq <= ? AND batch = ? ORDER BY seq")
      rows.bind(1, batch.sequence)
      rows.bind(2, batch.last)
      rows.bind(3, batch.sequence)
      var places: [Int64] = []
      while try rows.step() { places.append(rows.int(0)) }
      return places
    }
  }

  /// Every batch with how many events it has, how many of them did something, and how many of those were reversed.
  public func batchStates() throws(Diagnostic) -> [BatchState] {
    try snapshot { () throws(Diagnostic) in
      let rows = try file.newStatement(
        """
        SELECT e.batch, count(*), sum(e.kind <> 'reverse' AND (
          e.vouchers > coalesce((SELECT b.vouchers FROM event b WHERE b.seq = e.seq - 1), 0)
          OR EXISTS (SELECT 1 FROM fact f WHERE f.seq = e.seq))), sum(r.seq IS NOT NULL)
        FROM event e LEFT JOIN reversal r ON r.original = e.seq WHERE e.batch <> e.seq GROUP BY e.batch
        """)
      var counts: [Int64: (Int, Int, Int)] = [:]
      while try rows.step() { counts[rows.int(0)] = (Int(rows.int(1)), Int(rows.int(2)), Int(rows.int(3))) }
      return try batches().map { batch in
        let (events, posting, reversed) = counts[batch.sequence] ?? (0, 0, 0)
        return BatchState(batch: batch, events: events, posting: posting, reversed: reversed)
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

extension Book: BatchHistory {
  /// The batch that an event came under; nil for the first event and for a place that the chain does not have.
  public func batch(ofEvent sequence: Int64) throws(Diagnostic) -> Batch? {
    try reading { state throws(Diagnostic) in
      guard let place = try file.int("SELECT batch FROM event WHERE seq = ?", sequence),
        let text = try file.text(of: place)
      else { return nil }
      let event = try state.reader.event(parsing: text)
      guard event.kind.name == "batch" else { return nil }
      let next = try file.int("SELECT min(seq) FROM event WHERE kind = 'batch' AND seq > ?", place)
      return Batch(event, sequence: place, last: next.map { $0 &- 1 } ?? state.sequence)
    }
  }
}
