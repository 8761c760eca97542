import LedgerCore

/// An amount as it is printed in a unit: an integer and its decimals.
struct ScaledAmount: Hashable {
  /// The amount in units of the last printed decimal.
  let value: Int128
  /// How many decimals are printed.
  let scale: Int

  /// Rounds an amount half up to the decimals of a unit; renminbi in 元 and other commodities keep all of theirs.
  init(_ minorUnits: Int64, _ commodity: Commodity, _ unit: MoneyUnit, _ decimals: Int) {
    guard unit != .yuan, commodity.isRenminbi else {
      value = Int128(minorUnits)
      scale = commodity.scale
      return
    }
    let full = commodity.scale + unit.exponent
    scale = min(max(decimals, 0), full)
    value = Int128(minorUnits).dividedHalfUp(by: DecimalBytes.power(full - scale))
  }
}

extension Commodity {
  /// Whether the units 元, 万元 and 亿元 apply.
  var isRenminbi: Bool { code == "CNY" }
}
