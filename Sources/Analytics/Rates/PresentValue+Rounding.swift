import LedgerCore

extension PresentValue {
  /// The value on the earliest date in whole minor units, rounded half away from zero; nil when none can be represented.
  public static func xnpv(rate: Rate, of flows: [CashFlow]) -> Int64? {
    xnpv(rate: fraction(rate), of: flows).flatMap(rounded)
  }

  /// The value on the earliest date in hundredths of the unit of the flows.
  public static func hundredths(rate: Rate, of flows: [DatedFlow]) -> Int64? {
    xnpv(rate: fraction(rate), of: flows).flatMap { rounded($0 * 100) }
  }

  /// The value on the date of the first row, as a spreadsheet has it, in hundredths of the unit of the flows.
  public static func spreadsheetHundredths(rate: Rate, of flows: [DatedFlow]) -> Int64? {
    spreadsheetXNPV(rate: fraction(rate), of: flows).flatMap { rounded($0 * 100) }
  }

  /// What each flow is worth on the earliest date at a rate as a fraction, in whole minor units, each rounded alone; nil
  /// when one cannot be represented.
  public static func parts(rate: Double, of flows: [CashFlow]) -> [Int64]? {
    guard let first = flows.map(\.day).min() else { return [] }
    var parts: [Int64] = []
    for flow in flows {
      guard let part = xnpv(rate: rate, of: [CashFlow(first, 0), flow]).flatMap(rounded) else { return nil }
      parts.append(part)
    }
    return parts
  }

  private static func fraction(_ rate: Rate) -> Double {
    Double(rate.partsPerBillion) / Double(Rate.whole.partsPerBillion)
  }

  private static func rounded(_ value: Double) -> Int64? { Int64(exactly: value.rounded(.toNearestOrAwayFromZero)) }
}
