/// Whether a series of flows has an internal rate, and which kind of answer it is.
public enum InternalRateStatus: String, CaseIterable, Sendable {
  /// Exactly one rate solves the equation.
  case ok
  /// Several rates solve it; none of them is the return.
  case notUnique
  /// The flows change sign, yet no rate solves the equation.
  case noRoot
  /// Fewer than two dates, or money moved in one direction only, or an amount is not a number.
  case undefined
  /// Everything was paid out and is stated to be worth nothing: −100 %.
  case totalLoss
}
