import BookStore
import LedgerCore
import Portfolio

extension BookWriter {
  /// Records an event, anew where the book has it and reversed it.
  ///
  /// The copy has a key that names the one before it: handed in once more, it is found by that.
  /// - Throws: why it is refused.
  func append(anew event: Event) throws(Diagnostic) -> Appended {
    var event = event
    while true {
      let outcome = try append(event)
      guard case .alreadyRecorded(let sequence) = outcome, try reversal(of: sequence) != nil else { return outcome }
      event["key"] = .text(BookWriter.anew(sequence))
    }
  }

  /// The key of the copy of an event that was reversed.
  static func anew(_ sequence: Int64) -> String { "anew-\(sequence)" }
}
