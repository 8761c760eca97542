import LedgerCore
import Portfolio
import ReportDocument

/// Who recorded what about something, when and why (经手记录), in order of recording.
public struct HistoryReport: Sendable {
  /// What was asked for, as it was written.
  public var subject: String
  /// The events, in order of recording.
  public var entries: [HistoryEntry]
  /// The two times of the question.
  public var moment: Moment

  public init(of subject: String, _ entries: [HistoryEntry], moment: Moment = .latest) {
    self.subject = subject
    self.entries = entries
    self.moment = moment
  }

  /// The history as a document; `source` must hold the events.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let shown = entries.filter { $0.event.effectiveDay <= moment.asOf }
    var document = try ReportFrame(source: source, moment: moment).document(
      "history", title: Phrase("经手记录：\(subject)", "History of \(subject)"),
      definitions: [
        Phrase(
          "按记入先后排列；倒序＝记入时账上已有更晚日期的凭证；跨月＝日期所在月份早于记入月份",
          "in order of recording; out of order: the books held a later date already; earlier month: dated in a month before "
            + "that of recording")
      ])
    document.sections = [
      Section("history", blocks: [.table(HistoryTable(register: source.register).table("history", of: shown))])
    ]
    if shown.isEmpty { document.notes.append(.nothingToShow) }
    let late = shown.count { $0.isOutOfOrder || $0.isOfEarlierMonth }
    if late > 0 {
      document.notes.append(
        Phrase("其中 \(late) 项为补记（倒序或跨月）。", "\(late) of them are dated back: out of order or of an earlier month."))
    }
    return document
  }
}
