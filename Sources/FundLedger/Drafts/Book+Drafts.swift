import BookStore
import LedgerCore
import Portfolio
import ReportDocument
import Reports

extension Book {
  /// A draft as a document: what it says, and the vouchers that it would make now.
  public func document(ofDraft id: Int64) throws(Diagnostic) -> ReportDocument {
    let draft = try self.draft(id)
    guard draft.state == .open else { return try DraftReport(draft).document(from: self) }
    // The head that the draft is looked at from, not the one that its rehearsal would give.
    let facts = try DraftReport(draft).document(from: self).facts
    var problem: Diagnostic?
    do throws(Diagnostic) {
      var document = try rehearse(draft: draft) { outcomes throws(Diagnostic) in
        var parts: [RecordedPart] = []
        for case .recorded(let event, let numbers, let first) in outcomes {
          parts.append(RecordedPart(event, numbers: numbers, firstVoucher: first))
        }
        return try DraftReport(draft, parts: parts).document(from: self)
      }
      document.facts = facts
      return document
    } catch {
      if error.code.failureClass == .storage { throw error }
      problem = error
    }
    return try DraftReport(draft, problem: problem).document(from: self)
  }
}
