// The C library has these functions on every platform; Foundation would bring them at the price of its start-up.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The functions of real analysis that discounting needs.
enum Elementary {
  /// e to a power.
  @inline(__always)
  static func exponential(_ power: Double) -> Double { exp(power) }

  /// e to a power, less one, exact near zero.
  static func exponentialLessOne(_ power: Double) -> Double { expm1(power) }

  /// The natural logarithm.
  @inline(__always)
  static func logarithm(_ value: Double) -> Double { log(value) }

  /// The natural logarithm of one plus a value, exact near zero.
  static func logarithmOfOne(plus value: Double) -> Double { log1p(value) }

  /// e to each of many powers, `distances` times a factor, within two units in the last place; a power below −708 counts
  /// as that.
  ///
  /// Written without branches and calls, so that the compiler reckons several at once: e^y = 2^k·e^r with
  /// |r| ≤ ln 2 ÷ 2, the latter by its power series.
  @inline(__always)
  static func exponentials(of distances: [Double], times factor: Double, into results: UnsafeMutableBufferPointer<Double>) {
    distances.withUnsafeBufferPointer { distances in
      guard let source = distances.baseAddress, let target = results.baseAddress else { return }
      for index in 0..<min(distances.count, results.count) {
        (target + index).initialize(to: series(max(-708, min(708, source[index] * factor))))
      }
    }
  }

  /// e to a power between −708 and 708.
  @inline(__always)
  private static func series(_ power: Double) -> Double {
    // Adding 1.5·2⁵² rounds to a whole number, which then stands in the low bits.
    let shifter = 6_755_399_441_055_744.0
    let shifted = power * 1.442_695_040_888_963_4 + shifter
    let whole = shifted - shifter
    // ln 2 in two parts, so that the difference is exact.
    let r = (power - whole * 0.693_147_180_369_123_8) - whole * 1.908_214_929_270_587_7e-10
    let r2 = r * r
    let r4 = r2 * r2
    let a = (1 + r) + r2 * (1.0 / 2 + r * (1.0 / 6))
    let b = (1.0 / 24 + r * (1.0 / 120)) + r2 * (1.0 / 720 + r * (1.0 / 5_040))
    let c = (1.0 / 40_320 + r * (1.0 / 362_880)) + r2 * (1.0 / 3_628_800 + r * (1.0 / 39_916_800))
    let mantissa = a + r4 * (b + r4 * (c + r4 * (1.0 / 479_001_600)))
    return Double(bitPattern: mantissa.bitPattern &+ shifted.bitPattern &<< 52)
  }
}
