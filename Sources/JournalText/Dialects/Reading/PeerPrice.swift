import LedgerCore

/// A market price that a journal states.
struct PeerPrice {
  var day: Day
  /// The places of what is valued and of what it is valued in, in `PeerJournal.commodities`.
  var commodity: Int32
  var number: PeerNumber
  var target: Int32
  /// The place of its file in `PeerJournal.sources`, and its line from 1.
  var file: Int32
  var line: Int32

  /// The price as an amount with a number of decimals, and for how many units that is, so that nothing is rounded; nil when
  /// it is no positive number or does not fit.
  func exact(scale: Int) -> (units: Int64, per: Int64)? {
    let number = ExactNumber(number).trimmed
    var per: Int64 = 1
    for _ in 0..<max(0, number.decimals - scale) {
      let (product, overflow) = per.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      per = product
    }
    guard !number.isNegative, !number.isZero, let units = try? number.minorUnits(scale: max(scale, number.decimals)).units
    else { return nil }
    return (units, per)
  }
}
