import LedgerCore

/// One batch of events: who recorded them, when, and out of which file.
public struct Batch: Hashable, Sendable {
  /// The place of its `batch` event in the chain.
  public let sequence: Int64
  /// The last event of the batch.
  public let last: Int64
  /// The instant in UTC, as `2026-11-23T10:00:00Z`.
  public let recorded: String
  /// Who recorded it, and reviewed it where somebody else prepared it; empty when nobody was named.
  public let by: String
  /// Who prepared it (制单), empty when that was whoever recorded it.
  public let preparer: String
  /// The file or command.
  public let source: String
  /// SHA-256 of the file, empty when there was none.
  public let digest: String

  /// What a `batch` event says.
  public init(_ event: Event, sequence: Int64, last: Int64) {
    self.sequence = sequence
    self.last = last
    recorded = event.text("recorded") ?? ""
    by = event.text("by") ?? ""
    preparer = event.text("preparer") ?? ""
    source = event.text("source") ?? ""
    digest = event.text("digest") ?? ""
  }
}

/// Books that know by whom their events were recorded.
public protocol BatchHistory: AnyObject {
  /// The batch that an event came under; nil when it came under none.
  func batch(ofEvent sequence: Int64) throws(Diagnostic) -> Batch?
}
