import JournalText
import LedgerCore
import Portfolio

/// One event as it stands in the chain: its text and the digest that covers it and all before it.
public struct ChainedEvent: Sendable {
  /// The place in the chain.
  public let sequence: Int64
  /// The `batch` event that it was recorded under.
  public let batch: Int64
  /// The canonical text.
  public let text: [UInt8]
  /// SHA-256 of the digest before it followed by that of the text, as 64 hexadecimal digits.
  public let digest: String
}

/// Who recorded an event and when.
public struct Recording: Sendable {
  /// The event.
  public let event: Event
  /// The `batch` event that it was recorded under; nil for the first event of a book.
  public let batch: Event?
}

extension Book {
  /// Hands out the chain in order, event by event.
  public func chain(_ body: (ChainedEvent) throws(Diagnostic) -> Void) throws(Diagnostic) {
    try reading { _ throws(Diagnostic) in
      let rows = try file.newStatement("SELECT seq, batch, text, digest FROM event WHERE seq <= ? ORDER BY seq")
      rows.bind(1, knownAt)
      while try rows.step() {
        let text = Array(rows.bytes(2))
        try body(
          ChainedEvent(
            sequence: rows.int(0), batch: rows.int(1), text: text,
            digest: ChainDigest(stored: rows.bytes(3))?.hexadecimal ?? ""))
      }
    }
  }

  /// An event with the batch that it was recorded under; nil when there is none.
  public func recording(of sequence: Int64) throws(Diagnostic) -> Recording? {
    try reading { state throws(Diagnostic) in
      let row = try file.newStatement("SELECT text, batch FROM event WHERE seq = ?")
      row.bind(1, sequence)
      guard sequence <= knownAt, try row.step() else { return nil }
      let (text, batch) = (Array(row.bytes(0)), row.int(1))
      row.reset()
      return Recording(
        event: try state.reader.event(parsing: text), batch: try opening(ofBatch: batch, state))
    }
  }
}
