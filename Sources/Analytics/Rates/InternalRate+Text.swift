extension InternalRate {
  /// The rate with ten decimals, or nil when there is none.
  public var rateText: String? { rate.flatMap { RateText.format($0) } }

  /// Every root with ten decimals, ascending.
  public var rootTexts: [String] { roots.compactMap { RateText.format($0) } }

  /// The result as one JSON object with the members status, rate (a string or null), roots and annualised.
  public var json: String {
    let rate = rateText.map { "\"\($0)\"" } ?? "null"
    let roots = rootTexts.map { "\"\($0)\"" }.joined(separator: ",")
    return "{\"status\":\"\(status.rawValue)\",\"rate\":\(rate),\"roots\":[\(roots)],\"annualised\":\(isAnnualised)}"
  }
}
