import LedgerCore
import Portfolio
import ReportDocument

extension LeverageReport {
  /// The member `metrics` of the JSON form: every metric of the whole, with all that its definition needs.
  static func extras(
    _ metrics: [(metric: LeverageMetric, ratio: Ratio)], _ policy: LeveragePolicy, asOf day: Day, _ base: Commodity
  ) -> JSONMember {
    JSONMember(
      "metrics",
      .array(
        metrics.map { metric, ratio in
          let definition = metric.definition(policy, asOf: day)
          return .object([
            JSONMember("code", .string(metric.rawValue)),
            JSONMember("numerator", .money(ratio.numerator, base)),
            JSONMember("denominator", .money(ratio.denominator, base)),
            JSONMember("value", ratio.numerator < 0 || ratio.denominator < 0 ? .null : .ratio(ratio, decimals: 4)),
            JSONMember("unit", .string(metric.isShare ? "percent" : "times")),
            JSONMember("basis", .string(metric.basis.rawValue)),
            JSONMember("tier", metric.tier(policy).map { .string($0.rawValue) } ?? .null),
            JSONMember("asOf", .day(day)),
            JSONMember("loans", .bool(metric.includesLoans)),
            JSONMember("recycled", .bool(policy.countsRecycled)),
            JSONMember("stateFirms", .string(policy.stateFirmsArePublic ? "public" : "private")),
            JSONMember(
              "definition",
              .object([JSONMember("zh", .string(definition.zh)), JSONMember("en", .string(definition.en))])),
          ])
        }))
  }
}
