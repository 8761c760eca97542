import LedgerCore

/// One transaction of a peer's journal, as written; its postings are a range of `PeerJournal.postings`.
struct PeerTransaction {
  var day: Day
  /// `*` or `!`; 0 when it carries no mark.
  var mark: UInt8 = 0
  var code = PeerText.none
  var description = PeerText.none
  /// The place of its file in `PeerJournal.sources`, and its line from 1.
  var file: Int32
  var line: Int32
  /// The place of its remarks in `PeerJournal.notes`; -1 for none.
  var note: Int32 = -1
  var first: Int
  var end: Int
}
