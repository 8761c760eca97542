/// The keys under which a peer's journal keeps what has no place of its own there.
public enum PeerTag: String, CaseIterable, Sendable {
  /// The event's place in the chain, as `bgt reverse` and `bgt explain` take it.
  case event
  /// Which of the four books.
  case book
  /// The posting rule that made the voucher.
  case rule
  /// Series and number of the voucher, where a dialect has no place for a code.
  case voucher
  case deal, envelope, programme, party, holder
  /// The name in our books, where a dialect does not take it as it is.
  case name
  /// The official code of an account.
  case code
  /// That the class of an account is a guess.
  case `class`
}
