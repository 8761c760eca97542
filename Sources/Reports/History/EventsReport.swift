import LedgerCore
import Portfolio
import ReportDocument

/// Recorded events as a list for people (事项清单), in order of recording: what `bgt print` writes as a journal.
public struct EventsReport: Sendable {
  /// The events, in order of recording.
  public var entries: [HistoryEntry]
  /// The two times of the question.
  public var moment: Moment

  public init(_ entries: [HistoryEntry], moment: Moment = .latest) {
    self.entries = entries
    self.moment = moment
  }

  /// The list as a document; `source` must hold the events.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    var document = try ReportFrame(source: source, moment: moment).document(
      "events", title: Phrase("事项清单", "Recorded events"),
      definitions: [
        Phrase("按记入先后排列；本表供阅读，不能导入", "in order of recording; to be read, it does not import")
      ])
    document.sections = [Section("events", blocks: [.table(HistoryTable(register: source.register).table("events", of: entries))])]
    if entries.isEmpty { document.notes.append(.nothingToShow) }
    return document
  }
}
