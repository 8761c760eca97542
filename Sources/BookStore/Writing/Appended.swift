import LedgerCore
import Portfolio

/// What became of an event that was handed to a book.
public enum Appended: Sendable {
  /// It was new and stands in the chain now; `vouchers` are the numbers of its vouchers, `first` the id of the first.
  case recorded(RecordedEvent, vouchers: [Int64], first: Int64)
  /// The book has it already, at this place in the chain.
  case alreadyRecorded(Int64)
  /// It waits as this draft until another person approves it.
  case drafted(Int64)
  /// It is a `batch` line of other books, kept only if a new event follows it.
  case noted

  /// The event with all that it did, when it was new.
  public var event: RecordedEvent? {
    if case .recorded(let event, _, _) = self { event } else { nil }
  }

  /// The same, with the warnings of an event of a text that is no file and is called by a title.
  func titled(_ title: Wording) -> Appended {
    guard case .recorded(var event, let vouchers, let first) = self else { return self }
    event.warnings = event.warnings.map { $0.titled(title) }
    return .recorded(event, vouchers: vouchers, first: first)
  }
}
