import BookStore
import LedgerCore
import Portfolio

extension BookWriter {
  /// Records a statement, a line of one or a match; nil when the book has it.
  ///
  /// One that was reversed is recorded anew, so that a statement can be read, and a match confirmed, again after it was undone.
  /// - Throws: why it is refused.
  func append(stated event: Event) throws(Diagnostic) -> RecordedEvent? {
    try append(anew: event) { _, _ in true }.appended.event
  }
}
