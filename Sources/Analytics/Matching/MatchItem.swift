import LedgerCore

/// One movement of money as one side knows it: a line of a statement, or what an event did to the account.
public struct MatchItem: Hashable, Sendable {
  /// A number that no other item of the same side has; it settles ties.
  public var id: Int64
  /// The day on which this side has it.
  public var day: Day
  /// Minor units; money that came in is positive.
  public var amount: Int64
  /// Whose money it is on the other end, as this side names them.
  public var names: WordList
  /// Numbers of documents: payment orders, vouchers, serial numbers.
  public var documents: WordList

  public init(id: Int64, day: Day, amount: Int64, names: WordList = .none, documents: WordList = .none) {
    self.id = id
    self.day = day
    self.amount = amount
    self.names = names
    self.documents = documents
  }
}
