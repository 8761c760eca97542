import LedgerCore
import Portfolio
import ReportDocument

/// The batches of a book: who recorded what, when, out of which file, and whether it was undone.
public struct BatchesReport: Sendable {
  /// The batches in order, with what is left of each.
  public var batches: [BatchState]

  public init(_ batches: [BatchState]) { self.batches = batches }

  /// The list as a document.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    var document = try ReportFrame(source: source, moment: .latest, namesLastDay: false).document(
      "batches", title: Phrase("批次", "Batches"))
    var table = Table(
      "batches",
      columns: [
        Column("batch", Phrase("批次", "Batch")), Column("recorded", Phrase("记录时间", "Recorded")),
        Column("by", Phrase("记账人", "By")), Column("preparer", Phrase("制单人", "Preparer")),
        Column("source", Phrase("来源", "Source")), Column("events", Phrase("事项数", "Events"), .integer),
        Column("reversed", Phrase("已冲销", "Reversed"), .integer), Column("state", Phrase("状态", "State")),
        Column("digest", Phrase("来源 SHA-256", "SHA-256 of source")),
      ])
    for state in batches {
      table.add(
        .text("#\(state.batch.sequence)"), .text(state.batch.recorded), .text(state.batch.by),
        .text(state.batch.preparer), .text(state.batch.source), .count(state.events), .count(state.reversed),
        BatchesReport.state(of: state), BatchesReport.digest(state.batch.digest))
    }
    document.sections = [Section("batches", blocks: [.table(table)])]
    if batches.isEmpty { document.notes.append(.nothingToShow) }
    return document
  }

  /// Digits of a digest that people compare at a glance; machines get all 64.
  private static let digitsShown = 12

  private static func digest(_ digest: String) -> Cell {
    if digest.count <= digitsShown { return .text(digest) }
    let shown = digest.split(separator: " ").map { $0.count > digitsShown ? String($0.prefix(digitsShown)) + "…" : String($0) }
    return .code(digest, .plain(shown.joined(separator: " ")))
  }

  private static func state(of batch: BatchState) -> Cell {
    if batch.isUndone { return .code("undone", Phrase("已撤销", "undone")) }
    return batch.reversed > 0 ? .code("partly", Phrase("部分冲销", "partly reversed")) : .empty
  }
}
