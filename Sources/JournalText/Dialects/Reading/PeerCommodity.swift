/// A commodity of a peer's journal and how its amounts are written.
struct PeerCommodity {
  /// The code that our books know it by; empty for amounts that name none.
  var code: String
  /// The name shown to people; may be empty.
  var name = ""
  /// Remarks on it.
  var note = ""
  /// `.` or `,`; 0 while the journal has not shown which.
  var decimalMark: UInt8 = 0
  /// Decimals of the format that the journal declares; -1 without one.
  var declaredDecimals = -1
  /// The most decimals that an amount of a posting has.
  var writtenDecimals = 0
  /// Whether a posting has an amount of it.
  var isUsed = false
  /// Where an amount with the most decimals stands.
  var place = PeerText.none
  var line: Int32 = 0

  /// Decimals to which the peer rounds what must balance.
  var displayDecimals: Int { declaredDecimals >= 0 ? declaredDecimals : writtenDecimals }
}
