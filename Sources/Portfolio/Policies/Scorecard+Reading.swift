import LedgerCore

extension Scorecard {
  /// The shape of a scorecard file (JSON), documented in Docs/checks.md.
  private struct File: Decodable, ShapedByKeys {
    enum CodingKeys: String, CodingKey, CaseIterable { case name, version, title, citation, status, items, views }

    let name: String
    let version: Int?
    let title: String
    let citation: String
    let status: String
    let items: [KnownMembers<Entry>]
    let views: [KnownMembers<Entry>]?
  }

  private struct Entry: Decodable, ShapedByKeys {
    enum CodingKeys: String, CodingKey, CaseIterable { case id, title, citation, metrics }

    let id: String
    let title: [String]?
    let citation: String?
    let metrics: [KnownMembers<Figure>]
  }

  private struct Figure: Decodable, ShapedByKeys {
    enum CodingKeys: String, CodingKey, CaseIterable { case metric, bands }

    let metric: String
    let bands: [[String]]
  }

  /// The scorecard that comes with the program.
  ///
  /// - Throws: `badPolicyFile` when its file cannot be understood.
  public static func builtIn() throws(Diagnostic) -> Scorecard {
    try Scorecard(reading: PackageResources.scorecard_2025_json)
  }

  /// Reads a scorecard file.
  ///
  /// - Parameter name: the path of the file, for messages.
  /// - Throws: `badPolicyFile` that names the first thing that cannot be understood.
  public init(reading bytes: [UInt8], file name: String = "") throws(Diagnostic) {
    let data = PolicyPack.data(bytes, name: name)
    let file = try data.read(File.self)
    guard let status = RuleSet.Status(rawValue: file.status) else {
      throw data.bad(Wording("没有状态 \(file.status)", "status \(file.status) is not known"), at: JSONPath().appending("status"))
    }
    self.name = file.name
    title = file.title
    citation = file.citation
    self.status = status
    items = try Scorecard.items(file.items.map(\.value), data, JSONPath().appending("items"))
    views = try Scorecard.items((file.views ?? []).map(\.value), data, JSONPath().appending("views"))
  }

  private static func items(_ entries: [Entry], _ data: DataFile, _ place: JSONPath) throws(Diagnostic) -> [Item] {
    var items: [Item] = []
    for (index, entry) in entries.enumerated() {
      let metrics = place.appending(index).appending("metrics")
      var judged: [Judged] = []
      for (index, figure) in entry.metrics.enumerated() {
        judged.append(try data.at(metrics.appending(index)) { () throws(Diagnostic) in try self.judged(figure.value) })
      }
      guard let first = judged.first else { throw data.bad(Wording("\(entry.id) 没有评价任何数字", "\(entry.id) judges no figure"), at: metrics) }
      items.append(
        Item(
          id: entry.id, chinese: entry.title?.first ?? first.metric.chinese, english: entry.title?.last ?? first.metric.english,
          judged: judged, citation: entry.citation ?? ""))
    }
    return items
  }

  private static func judged(_ figure: Figure) throws(Diagnostic) -> Judged {
    guard let metric = PolicyMetric(rawValue: figure.metric) else {
      throw PolicyPack.bad(Wording("没有数字 \(figure.metric)", "no figure \(figure.metric)"))
    }
    var bands: [Band] = []
    for pair in figure.bands {
      guard pair.count == 2, let from = metric.measure.isShare ? Rate(pair[0]) : Rate(multiple: pair[0]),
        let points = DecimalText.parse(pair[1].utf8, scale: 2)
      else {
        throw PolicyPack.bad(
          Wording("\(figure.metric)：一档写作 [起点, 分数]", "\(figure.metric): a band is [from, points]"))
      }
      if let last = bands.last, last.from <= from.partsPerBillion {
        throw PolicyPack.bad(
          Wording("\(figure.metric)：各档由高到低排列", "\(figure.metric): bands stand from the highest to the lowest"))
      }
      bands.append(Band(from: from.partsPerBillion, points: points))
    }
    return Judged(metric: metric, bands: bands)
  }
}
