import BookStore
import JournalText
import LedgerCore
import Portfolio
import ReportDocument
import Reports

/// The events that a query selects as a document for people.
public struct EventListing {
  /// What is selected.
  public var query: Query
  /// The two times of the question.
  public var moment: Moment

  public init(_ query: Query = .all, moment: Moment = .latest) {
    self.query = query
    self.moment = moment
  }

  /// The list; of a book with who recorded what when, of a journal without.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    var entries = try entries(source)
    if !query.isEverything {
      let selection = try EventSelection(query, source, moment: moment)
      entries.removeAll { !selection.contains($0.event, at: $0.sequence) }
    }
    return try EventsReport(entries, moment: moment).document(from: source)
  }

  /// All events at the moment, of a book at once, of a journal in memory one by one.
  private func entries(_ source: any LedgerSource) throws(Diagnostic) -> [HistoryEntry] {
    if let book = source as? Book {
      return try book.history(after: 0, through: moment.knownAt, datedBy: moment.asOf)
    }
    let writer = JournalWriter(register: source.register)
    var entries: [HistoryEntry] = []
    for sequence in stride(from: Int64(1), through: try source.head(at: moment).sequence, by: 1) {
      guard let event = try source.origin(of: sequence)?.event, event.kind.name != "batch",
        event.effectiveDay <= moment.asOf
      else { continue }
      var text = TextBuffer()
      writer.write(event, into: &text, style: .compact)
      entries.append(
        HistoryEntry(
          sequence: sequence, event: event, text: String(decoding: text.bytes, as: UTF8.self), recorded: "", by: "",
          preparer: "", source: "", vouchers: nil, reverses: 0, reversedBy: 0, latestBefore: nil))
    }
    return entries
  }
}
