import BookStore
import JournalText
import LedgerCore
import Portfolio

extension Book {
  /// Records one event that is read against the book's register.
  ///
  /// - Parameters:
  ///   - source: the command or file that it comes from.
  ///   - again: record it even when the book has the same event already; it then gets a key of its own.
  /// - Throws: why it is refused; nothing is recorded then.
  public func recordOne(
    source: String, again: Bool = false, _ make: (Register) throws(Diagnostic) -> Event
  ) throws(Diagnostic) -> Appended {
    try transaction(source: BatchOrigin(source: source)) { writer throws(Diagnostic) in
      let event = try make(writer.register)
      let outcome = try writer.append(event)
      guard again, case .alreadyRecorded = outcome, event.text("key") == nil else { return outcome }
      // The chain's own length makes a key that no earlier event can have.
      var copy = event
      copy["key"] = .text("again-\(writer.sequence + 1)")
      return try writer.append(copy)
    }
  }

  /// Records several events as one transaction: all of them or none.
  public func recordAll(
    source: String, _ make: (BookWriter) throws(Diagnostic) -> [Event]
  ) throws(Diagnostic) -> [Appended] {
    try transaction(source: BatchOrigin(source: source)) { writer throws(Diagnostic) in
      var outcomes: [Appended] = []
      for event in try make(writer) { outcomes.append(try writer.append(event)) }
      return outcomes
    }
  }
}
