import LedgerCore

/// One posting of a peer's transaction, as written.
struct PeerPosting {
  /// Whether a posting moves something, or is only noted.
  enum Kind: UInt8 {
    case real
    /// `(account)`: balances with nothing.
    case virtual
    /// `[account]`: balances with the others of its kind.
    case balancedVirtual
  }

  /// The place of the account in `PeerJournal.accounts`.
  var account: Int32
  /// The place of the commodity in `PeerJournal.commodities`.
  var commodity: Int32 = 0
  var number = PeerNumber.zero
  /// Whether no amount was written.
  var isElided = true
  var kind = Kind.real
  /// `*` or `!` before the account; 0 for none.
  var mark: UInt8 = 0
  /// The line, and the column of the account, both from 1.
  var line: Int32
  var column: Int32
  /// Places in `PeerJournal.costs`, `assertions` and `notes`; -1 for none.
  var cost: Int32 = -1
  var assertion: Int32 = -1
  var note: Int32 = -1
  /// The day of the posting when it has one of its own; `always` otherwise.
  var day = Day.always
}
