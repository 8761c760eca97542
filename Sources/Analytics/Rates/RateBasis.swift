/// The time over which a rate of return is stated.
public enum RateBasis: String, Sendable {
  /// Compounded yearly.
  case perYear
  /// Compounded once for each of the equal periods that the flows were given in.
  case perPeriod
  /// Over the whole span of flows that cover less than a year, because a yearly rate would be an extrapolation.
  case wholeSpan
}
