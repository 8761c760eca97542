import LedgerCore

extension Wording {
  /// Said of a file in which the chain has not even begun.
  static let bookWithoutEvents = Wording("账簿没有事项", "the book has no events")
}
