import LedgerCore

/// A decimal number with room for products and sums of written numbers; what does not fit is an error, never a wrap.
struct ExactNumber: Sendable {
  private(set) var mantissa: Int128
  private(set) var decimals: Int

  static let zero = ExactNumber(mantissa: 0, decimals: 0)

  init(mantissa: Int128, decimals: Int) {
    self.mantissa = mantissa
    self.decimals = decimals
  }

  init(_ number: PeerNumber) { self.init(mantissa: Int128(number.mantissa), decimals: number.decimals) }

  /// Units of a known scale.
  init(minorUnits: Int64, scale: Int) { self.init(mantissa: Int128(minorUnits), decimals: scale) }

  var isZero: Bool { mantissa == 0 }
  var isNegative: Bool { mantissa < 0 }
  var negated: ExactNumber { ExactNumber(mantissa: -mantissa, decimals: decimals) }
  var magnitude: ExactNumber { mantissa < 0 ? negated : self }

  /// The product, with the decimals of both; two written numbers always fit.
  static func * (left: ExactNumber, right: ExactNumber) throws(MoneyOverflow) -> ExactNumber {
    for (left, right) in [(left, right), (left.trimmed, right.trimmed)] {
      let (product, overflow) = left.mantissa.multipliedReportingOverflow(by: right.mantissa)
      if !overflow { return ExactNumber(mantissa: product, decimals: left.decimals + right.decimals) }
    }
    throw MoneyOverflow()
  }

  static func + (left: ExactNumber, right: ExactNumber) throws(MoneyOverflow) -> ExactNumber {
    var (left, right) = (left, right)
    if left.decimals != right.decimals {
      let most = max(left.decimals, right.decimals)
      if most > 18 { (left, right) = (left.trimmed, right.trimmed) }
      let target = max(left.decimals, right.decimals)
      (left, right) = (try left.extended(to: target), try right.extended(to: target))
    }
    let (sum, overflow) = left.mantissa.addingReportingOverflow(right.mantissa)
    if overflow { throw MoneyOverflow() }
    return ExactNumber(mantissa: sum, decimals: left.decimals)
  }

  /// The quotient, to twelve decimals more than both have where it does not come out even.
  static func / (left: ExactNumber, right: ExactNumber) throws(MoneyOverflow) -> ExactNumber {
    if right.mantissa == 0 { throw MoneyOverflow() }
    let (numerator, divisor) = (try left.trimmed.extended(to: max(left.decimals, right.decimals) + 12), right.trimmed)
    let quotient = ExactNumber(
      mantissa: numerator.mantissa.dividedHalfUp(by: divisor.mantissa), decimals: numerator.decimals - divisor.decimals
    ).trimmed
    return try quotient.extended(to: max(0, left.decimals - right.decimals))
  }

  /// The same number without zeros at the end of its decimals.
  var trimmed: ExactNumber {
    var copy = self
    while copy.decimals > 0, copy.mantissa % 10 == 0 { copy = ExactNumber(mantissa: copy.mantissa / 10, decimals: copy.decimals - 1) }
    return copy
  }

  private func extended(to target: Int) throws(MoneyOverflow) -> ExactNumber {
    var copy = self
    while copy.decimals < target {
      let (product, overflow) = copy.mantissa.multipliedReportingOverflow(by: 10)
      if overflow { throw MoneyOverflow() }
      copy = ExactNumber(mantissa: product, decimals: copy.decimals + 1)
    }
    return copy
  }

  /// The number in minor units of a scale, rounded half away from zero, and whether nothing was lost.
  func minorUnits(scale: Int) throws(MoneyOverflow) -> (units: Int64, isExact: Bool) {
    let number = try trimmed.extended(to: scale)
    var divisor: Int128 = 1
    for _ in scale..<number.decimals { divisor *= 10 }
    let rounded = number.mantissa.dividedHalfUp(by: divisor)
    guard let units = Int64(exactly: rounded) else { throw MoneyOverflow() }
    return (units, rounded * divisor == number.mantissa)
  }

  /// The number with fewer decimals, a half going to the even neighbour as beancount has it.
  func rounded(to target: Int) -> ExactNumber {
    guard decimals > target else { return self }
    var divisor: Int128 = 1
    for _ in target..<decimals { divisor *= 10 }
    let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: divisor)
    let (rest, half) = (remainder.magnitude, divisor.magnitude - remainder.magnitude)
    let goesUp = rest > half || (rest == half && quotient % 2 != 0)
    return ExactNumber(mantissa: goesUp ? quotient + (mantissa < 0 ? -1 : 1) : quotient, decimals: target)
  }

  /// Whether this is at most as large as another, both taken without sign.
  func isAtMost(_ other: ExactNumber) throws(MoneyOverflow) -> Bool {
    !(try other.magnitude + magnitude.negated).isNegative
  }
}

extension ExactNumber: Equatable {
  static func == (left: ExactNumber, right: ExactNumber) -> Bool {
    let (left, right) = (left.trimmed, right.trimmed)
    return left.mantissa == right.mantissa && left.decimals == right.decimals
  }
}

extension ExactNumber: CustomStringConvertible {
  /// Plain digits, `-12.345`.
  var description: String {
    let digits = String(mantissa.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let split = padded.index(padded.endIndex, offsetBy: -decimals)
    return (mantissa < 0 ? "-" : "") + padded[..<split] + (decimals > 0 ? "." + padded[split...] : "")
  }
}
