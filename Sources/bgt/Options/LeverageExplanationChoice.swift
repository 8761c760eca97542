import FundLedger

/// What `bgt leverage --explain` is asked of.
enum LeverageExplanationChoice {
  /// One multiplier.
  case metric(LeverageMetric)
  /// M5, which is four of them beside each other.
  case stages
}
