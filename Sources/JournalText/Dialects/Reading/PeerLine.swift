/// One line of a voucher that a peer's transaction has become: its amount worked out, in minor units of ours.
struct PeerLine {
  /// The place of the account in `PeerJournal.accounts`.
  var account: Int32
  /// The place of the commodity in `PeerJournal.commodities`.
  var commodity: Int32
  /// Minor units, debit positive.
  var units: Int64
  /// The line and the column of the posting, 0 for a line that was worked out.
  var line: Int32 = 0
  var column: Int32 = 0
  var note: String?
}
