import LedgerCore

/// A recorded event with the batch that it came under: what it said, who recorded it, when.
public struct EventOrigin: Sendable {
  public var event: Event
  /// Who recorded it, empty when nobody was named or it was only read from a journal.
  public var by: String
  /// The instant in UTC at which it was recorded, empty when unknown.
  public var recorded: String

  public init(event: Event, batch: Event?) {
    self.event = event
    by = batch?.text("by") ?? ""
    recorded = batch?.text("recorded") ?? ""
  }

  /// The document behind the event, empty when it names none.
  public var document: String { event.document }
}

extension Event {
  /// The document behind the event, empty when it names none.
  public var document: String { text("doc") ?? "" }
}
