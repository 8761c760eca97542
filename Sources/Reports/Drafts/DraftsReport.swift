import LedgerCore
import Portfolio
import ReportDocument

/// The drafts of a book of two persons: what waits for approval, and what became of the rest.
public struct DraftsReport: Sendable {
  /// The drafts to list, in order.
  public var drafts: [Draft]

  public init(_ drafts: [Draft]) { self.drafts = drafts }

  /// The list as a document.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    var document = try ReportFrame(source: source, moment: .latest, namesLastDay: false).document(
      "drafts", title: Phrase("草稿", "Drafts"))
    var table = Table(
      "drafts",
      columns: [
        Column("draft", Phrase("草稿", "Draft"), .integer), Column("state", Phrase("状态", "State")),
        Column("created", Phrase("制单时间", "Prepared")), Column("preparer", Phrase("制单人", "Preparer")),
        Column("source", Phrase("来源", "Source")), Column("reviewer", Phrase("复核人", "Reviewer")),
        Column("decided", Phrase("处理时间", "Decided")), Column("batch", Phrase("批次", "Batch")),
        Column("reason", Phrase("原因", "Reason")),
      ])
    for draft in drafts {
      table.add(
        .integer(draft.id), draft.state.cell, .text(draft.created), .text(draft.preparer), .text(draft.source),
        .text(draft.reviewer), .text(draft.decided), draft.batch == 0 ? .empty : .text("#\(draft.batch)"),
        .text(draft.reason))
    }
    document.sections = [Section("drafts", blocks: [.table(table)])]
    if drafts.isEmpty { document.notes.append(.nothingToShow) }
    return document
  }
}

extension Draft.State {
  /// The state as a value of a fixed list.
  var cell: Cell { .code(name, Phrase(chinese, name)) }
}
