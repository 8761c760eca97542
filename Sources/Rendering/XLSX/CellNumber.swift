import LedgerCore

/// Numbers as a spreadsheet holds them: floating point of 15 digits, so only those that survive it.
enum CellNumber {
  /// Whole numbers from here on have more digits than a spreadsheet shows. Below, the nearest floating-point number is
  /// the one that is read back from the sixteen digits in the file.
  private static let magnitudeMax: UInt64 = 1_000_000_000_000_000
  /// Powers of ten that floating point holds exactly.
  private static let powers: [Double] = (0...22).map { exponent in
    var power = 1.0
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  /// A whole number divided by a power of ten; nil when a spreadsheet would show other digits.
  static func exact(_ value: Int64, exponent: Int) -> Double? {
    guard value.magnitude < magnitudeMax, powers.indices.contains(exponent) else { return nil }
    return Double(value) / powers[exponent]
  }

  /// A whole number of any size divided by a power of ten, as a chart needs it.
  static func near(_ value: Int128, exponent: Int) -> Double {
    Double(value) / powers[min(max(exponent, 0), powers.count - 1)]
  }

  /// A ratio; nil when it is not defined.
  static func ratio(_ ratio: Ratio) -> Double? {
    ratio.isDefined ? Double(ratio.numerator) / Double(ratio.denominator) : nil
  }

  /// The serial number of a day, counted from the end of 1899; nil for days that spreadsheets count wrongly or not at all.
  static func serial(_ day: Day) -> Double? {
    let serial = Int(day.number) + 25_569
    return (61...2_958_465).contains(serial) ? Double(serial) : nil
  }
}
