import LedgerCore

/// An axis of numbers: from a round number to another, with round steps of 1, 2 or 5 times a power of ten.
struct ChartScale: Equatable {
  /// Steps that an axis has about.
  private static let stepsMax: Int128 = 6

  /// The number at the beginning, a multiple of the step, at most zero.
  let lower: Int128
  /// The number at the end, a multiple of the step, at least zero.
  let upper: Int128
  /// What lies between two ticks.
  let step: Int128
  /// How many powers of ten the step is.
  private let power: Int

  /// The axis that holds zero and all values.
  init(_ values: some Sequence<Int128>) {
    var low: Int128 = 0
    var high: Int128 = 0
    for value in values {
      low = min(low, value)
      high = max(high, value)
    }
    if low == high { high = 1 }
    // Values are sums of 64-bit amounts and far from the end of 128 bits.
    let least = max((high - low + ChartScale.stepsMax - 1) / ChartScale.stepsMax, 1)
    var unit: Int128 = 1
    var power = 0
    while unit * 10 <= least {
      unit *= 10
      power += 1
    }
    let step = [1, 2, 5, 10].lazy.map { Int128($0) * unit }.first { $0 >= least } ?? unit * 10
    self.power = step == unit * 10 ? power + 1 : power
    self.step = step
    lower = -((-low + step - 1) / step) * step
    upper = (high + step - 1) / step * step
  }

  /// The numbers of the ticks, from the lowest.
  var ticks: [Int128] {
    var ticks = [lower]
    while let last = ticks.last, last < upper { ticks.append(last + step) }
    return ticks
  }

  /// Decimals that a tick needs when numbers have a scale.
  func decimals(scale: Int) -> Int { max(scale - power, 0) }

  /// How far a number lies from the beginning of an axis of a length.
  func offset(of value: Int128, length: Int) -> Int {
    Int(clamping: (value - lower) * Int128(length) / (upper - lower))
  }
}
