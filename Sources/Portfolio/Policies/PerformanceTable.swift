import LedgerCore

/// The indicators of a performance table (绩效目标表) in three levels: data with a source, read from a file.
public struct PerformanceTable: Sendable {
  /// One indicator of the third level.
  public struct Indicator: Sendable {
    /// Names of the first and the second level.
    public let chinese: (first: String, second: String)
    public let english: (first: String, second: String)
    public let metric: PolicyMetric
    /// Hundredths of a point.
    public let weight: Int64
    /// Where no journal sets one: parts per billion; nil for none.
    public let target: Int64?
  }

  public let title: String
  public let citation: String
  public let status: RuleSet.Status
  public let indicators: [Indicator]

  /// The shape of a table file (JSON), documented in Docs/checks.md.
  private struct File: Decodable, ShapedByKeys {
    enum CodingKeys: String, CodingKey, CaseIterable { case name, version, title, citation, status, indicators }

    let name: String?
    let version: Int?
    let title: String
    let citation: String
    let status: String
    let indicators: [KnownMembers<Entry>]
  }

  private struct Entry: Decodable, ShapedByKeys {
    enum CodingKeys: String, CodingKey, CaseIterable { case levels, english, metric, weight, target }

    let levels: [String]
    let english: [String]
    let metric: String
    let weight: String
    let target: String?
  }

  /// The table that comes with the program.
  ///
  /// - Throws: `badPolicyFile` when its file cannot be understood.
  public static func builtIn() throws(Diagnostic) -> PerformanceTable {
    try PerformanceTable(reading: PackageResources.performance_json)
  }

  /// Reads a table file.
  ///
  /// - Parameter name: the path of the file, for messages.
  /// - Throws: `badPolicyFile` that names the first thing that cannot be understood.
  public init(reading bytes: [UInt8], file name: String = "") throws(Diagnostic) {
    let data = PolicyPack.data(bytes, name: name)
    let file = try data.read(File.self)
    guard let status = RuleSet.Status(rawValue: file.status) else {
      throw data.bad(Wording("没有状态 \(file.status)", "status \(file.status) is not known"), at: JSONPath().appending("status"))
    }
    title = file.title
    citation = file.citation
    self.status = status
    var indicators: [Indicator] = []
    for (index, entry) in file.indicators.map(\.value).enumerated() {
      let place = JSONPath().appending("indicators").appending(index)
      guard let metric = PolicyMetric(rawValue: entry.metric), entry.levels.count == 2, entry.english.count == 2,
        let weight = DecimalText.parse(entry.weight.utf8, scale: 2), weight >= 0
      else {
        throw data.bad(
          Wording(
            "指标 \(entry.metric) 要有已知的数字、两级名称和权重",
            "indicator \(entry.metric) needs a known figure, two levels and a weight"), at: place)
      }
      let target = entry.target.flatMap { metric.measure.isShare ? Rate($0) : Rate(multiple: $0) }
      if entry.target != nil && (target == nil || metric.measure == .money || metric.measure == .count) {
        throw data.bad(
          Wording(
            "指标 \(entry.metric)：表中只有比率可以有目标值",
            "indicator \(entry.metric): only a share can have a target in the table"), at: place.appending("target"))
      }
      indicators.append(
        Indicator(
          chinese: (entry.levels[0], entry.levels[1]), english: (entry.english[0], entry.english[1]), metric: metric,
          weight: weight, target: target?.partsPerBillion))
    }
    self.indicators = indicators
  }
}
