import LedgerCore

/// One batch of events: who recorded them, when, and out of which file.
public struct Batch: Hashable, Sendable {
  /// The place of its `batch` event in the chain.
  public let sequence: Int64
  /// The last event of the batch.
  public let last: Int64
  /// The instant in UTC, as `2026-11-23T10:00:00Z`.
  public let recorded: String
  /// Who recorded it, empty when nobody was named.
  public let by: String
  /// The file or command.
  public let source: String
  /// SHA-256 of the file, empty when there was none.
  public let digest: String
}
