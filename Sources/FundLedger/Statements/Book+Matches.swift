import BookStore
import LedgerCore
import Portfolio

extension Book {
  /// Records confirmed matches in one transaction: all of them or none. One that was confirmed before and reversed since is
  /// recorded anew.
  ///
  /// - Returns: what is new, and the number of the draft in books of two persons, else nil.
  /// - Throws: why it is refused; nothing is recorded then.
  public func confirm(_ matches: [Event]) throws(Diagnostic) -> (recorded: [RecordedEvent], draft: Int64?) {
    let (recorded, draft) = try submit(source: BatchOrigin(source: "bgt reconcile confirm")) { writer throws(Diagnostic) in
      var recorded: [RecordedEvent] = []
      for match in matches { if let new = try writer.append(stated: match) { recorded.append(new) } }
      return recorded
    }
    return (recorded, draft)
  }
}
