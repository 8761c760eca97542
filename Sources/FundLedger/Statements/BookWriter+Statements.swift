import BookStore
import LedgerCore
import Portfolio

extension BookWriter {
  /// Records a statement or a line of one; nil when the book has it.
  ///
  /// One that was reversed is recorded anew, so that a statement can be read again after it was undone. The copy has a key
  /// that names the one before it: read a third time, it is found by that.
  /// - Throws: why it is refused.
  func append(stated event: Event) throws(Diagnostic) -> RecordedEvent? {
    var event = event
    while true {
      switch try append(event) {
      case .recorded(let new, _, _): return new
      case .alreadyRecorded(let sequence):
        guard try reversal(of: sequence) != nil else { return nil }
        event["key"] = .text("anew-\(sequence)")
      default: return nil
      }
    }
  }
}
