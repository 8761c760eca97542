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
  /// How many amounts need so many decimals, zeros at the end left out; by that number, none for amounts that need none.
  private(set) var counts: [Int] = []
  /// Where the first of the amounts that need the most decimals stands.
  private(set) var finest = (place: PeerText.none, line: Int32(0))
  /// Whether a posting has an amount of it.
  var isUsed = false
  /// The most decimals that a cost has which is stated in it, or that comes of one; -1 when no cost is.
  var costDecimals = -1
  /// The most decimals of market prices that are stated in it, two at most: a price is kept exactly for as many units as it takes.
  var priceDecimals = 0
  /// Where an amount with the most decimals stands.
  var place = PeerText.none
  var line: Int32 = 0

  /// Takes in an amount that needs decimals.
  mutating func count(decimals needed: Int, at place: PeerText, line: Int32) {
    if needed >= counts.count {
      counts += Array(repeating: 0, count: needed + 1 - counts.count)
      finest = (place, line)
    }
    counts[needed] += 1
  }

  /// How many amounts need more decimals than a scale has.
  func count(beyond scale: Int) -> Int { counts.dropFirst(scale + 1).reduce(0, +) }

  /// The most decimals that an amount needs.
  var neededDecimals: Int { max(0, counts.count - 1) }

  /// Whether vouchers may be of it: amounts that were left out are of the commodity in which the others cost.
  var isNeeded: Bool { isUsed || costDecimals >= 0 }

  /// Decimals that the journal shows in it; costs count where it has no amount of its own.
  var shownDecimals: Int { isUsed ? writtenDecimals : costDecimals >= 0 ? costDecimals : priceDecimals }

  /// Decimals to which the peer rounds what must balance.
  var displayDecimals: Int { declaredDecimals >= 0 ? declaredDecimals : shownDecimals }
}
