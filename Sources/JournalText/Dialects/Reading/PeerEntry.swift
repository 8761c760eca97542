import LedgerCore

/// A transaction of a peer whose amounts are all worked out, ready to become a plain voucher.
struct PeerEntry {
  var day: Day
  var status: Status?
  var code = ""
  var narration = ""
  var note = ""
  var lines: [PeerLine] = []
  /// The place of its file in `PeerJournal.sources`, and its line from 1.
  var file: Int32
  var line: Int32

  /// What a mark before the description says.
  enum Status: Int { case cleared, pending }

  /// The status of `*` or `!`; nil for any other mark.
  static func status(of mark: UInt8) -> Status? {
    mark == UInt8(ascii: "*") ? .cleared : mark == UInt8(ascii: "!") ? .pending : nil
  }
}
