/// How the balances of an older chart come over into a new one (新旧衔接): data of the new rule set.
public struct ChartSwitch: Sendable {
  /// Where the balance of one account goes, and of every account below it that names no other.
  public struct Line: Hashable, Sendable, Decodable, ShapedByKeys {
    enum CodingKeys: String, CodingKey, CaseIterable { case from, to, budget, against }

    /// Account of the old chart.
    public let from: String
    /// Account of the fiscal book that takes the balance over.
    public let to: String
    /// Account of the budget book that is opened with the same balance; nil when the budget book has no part in it.
    public let budget: String?
    /// Account of the budget book that stands against it.
    public let against: String?
  }

  /// Name of the older rule set.
  public let rules: String
  public let status: RuleSet.Status
  public let citation: String
  public let lines: [Line]

  /// The line for an account or the nearest account above it; nil when none is mapped.
  public func line(for account: String) -> Line? {
    var name = account[...]
    while true {
      if let line = lines.first(where: { $0.from == name }) { return line }
      guard let colon = name.lastIndex(of: ":") else { return nil }
      name = name[..<colon]
    }
  }
}
