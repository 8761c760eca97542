import LedgerCore

/// Days as spreadsheets count them.
public enum SerialDay {
  /// The largest serial number, 9999-12-31.
  private static let serialMax: Int64 = 2_958_465

  /// The day and seconds of a serial number written in decimals, or nil when it is none.
  ///
  /// - Parameter is1904: whether day 0 is 1904-01-01, as old programs on a Macintosh have it; else day 1 is 1900-01-01,
  ///   and the 29th of February 1900, which never was, is number 60.
  public static func day(_ number: String, is1904: Bool = false) -> (day: Day, seconds: Int32)? {
    let parts = number.split(separator: ".", maxSplits: 1)
    guard let first = parts.first, var serial = Int64(first), (0...serialMax).contains(serial) else { return nil }
    var seconds: Int32 = 0
    if parts.count == 2 {
      guard let fraction = DecimalText.parse("0.\(parts[1].prefix(9))".utf8, scale: 9) else { return nil }
      seconds = Int32(truncatingIfNeeded: (fraction * 86_400 + 500_000_000) / 1_000_000_000)
      if seconds == 86_400 {
        seconds = 0
        serial += 1
      }
    }
    if is1904 { return (Day(number: Int32(serial + 1462 - 25_569)), seconds) }
    guard serial >= 1, serial != 60 else { return nil }
    return (Day(number: Int32(serial - (serial < 60 ? 25_568 : 25_569))), seconds)
  }
}
