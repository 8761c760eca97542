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
}
