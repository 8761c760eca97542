import LedgerCore
import Portfolio
import ReportDocument

/// One draft: who prepared it, what it says, and the vouchers that it would make now.
public struct DraftReport: Sendable {
  /// The draft.
  public var draft: Draft
  /// What its events would do now; empty once it was decided, or when it no longer fits.
  public var parts: [RecordedPart]
  /// Why it no longer fits.
  public var problem: Diagnostic?

  public init(_ draft: Draft, parts: [RecordedPart] = [], problem: Diagnostic? = nil) {
    self.draft = draft
    self.parts = parts
    self.problem = problem
  }

  /// The draft as a document; `source` must hold the events for as long as that takes.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    var document = try ReportFrame(source: source, moment: .latest, namesLastDay: false).document(
      "draft", title: Phrase("草稿 \(draft.id)（\(draft.state.chinese)）", "Draft \(draft.id) (\(draft.state.name))"))
    document.sections = [
      Section("draft", blocks: [.figures(FigureList("draft", figures))]),
      Section(
        "text", title: Phrase("事项", "Events"),
        blocks: draft.text.split(separator: "\n").map { .paragraph(.plain(String($0))) }),
    ]
    if !parts.isEmpty {
      document.sections.append(
        Section(
          "vouchers", title: Phrase("复核后将生成的凭证（编号以记账时为准）", "Vouchers that approval would make (numbered then)"),
          blocks: [.table(VoucherList(register: source.register).table(of: parts))]))
    }
    if let problem {
      document.notes.append(
        Phrase("目前不能记账：\(problem.code.rawValue) \(problem.sentence.zh)", "It does not fit now: \(problem.code.rawValue) \(problem.message)")
      )
    }
    if draft.state == .open {
      document.notes.append(
        Phrase(
          "由制单人以外的人复核：bgt approve \(draft.id)；作废：bgt void \(draft.id) --reason …",
          "Another person than the preparer posts it: bgt approve \(draft.id); to give it up: bgt void \(draft.id) --reason …"))
    }
    return document
  }

  private var figures: [Figure] {
    var figures = [
      Figure("draftNumber", Phrase("草稿", "Draft"), .integer(draft.id)),
      Figure("state", Phrase("状态", "State"), draft.state.cell),
      Figure("created", Phrase("制单时间", "Prepared"), .text(draft.created)),
      Figure("preparer", Phrase("制单人", "Preparer"), .text(draft.preparer)),
      Figure("source", Phrase("来源", "Source"), .text(draft.source)),
    ]
    if !draft.digest.isEmpty {
      figures.append(Figure("fileDigest", Phrase("文件摘要", "File digest"), .text(draft.digest)))
    }
    if draft.state != .open {
      figures.append(Figure("reviewer", Phrase("复核人", "Reviewer"), .text(draft.reviewer)))
      figures.append(Figure("decided", Phrase("处理时间", "Decided"), .text(draft.decided)))
    }
    if draft.batch != 0 { figures.append(Figure("batch", Phrase("批次", "Batch"), .text("#\(draft.batch)"))) }
    if !draft.reason.isEmpty { figures.append(Figure("reason", Phrase("原因", "Reason"), .text(draft.reason))) }
    return figures
  }
}
