import LedgerCore

/// Days written as bytes.
enum DayBytes {
  /// Writes a day in ISO form, `2022-06-15`; nothing for `Day.always` and `Day.never`.
  static func append(_ day: Day, to bytes: inout [UInt8]) {
    if day == .always || day == .never { return }
    let date = day.civil
    guard (1000...9999).contains(date.year) else { return bytes.append(contentsOf: day.description.utf8) }
    append(date.year / 100, to: &bytes)
    append(date.year % 100, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(date.month, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(date.day, to: &bytes)
  }

  /// Writes two digits.
  private static func append(_ value: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: value / 10) + 48)
    bytes.append(UInt8(truncatingIfNeeded: value % 10) + 48)
  }
}
