import FoundationEssentials
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
  /// - Throws: `badPolicyFile` that names the first thing that cannot be understood.
  public init(reading bytes: [UInt8]) throws(Diagnostic) {
    let file: File
    do { file = try JSONDecoder().decode(KnownMembers<File>.self, from: Data(bytes)).value } catch {
      throw PolicyPack.bad("the scorecard is not of the documented shape: \(PolicyPack.reason(error))")
    }
    guard let status = RuleSet.Status(rawValue: file.status) else { throw PolicyPack.bad("status \(file.status)") }
    name = file.name
    title = file.title
    citation = file.citation
    self.status = status
    items = try Scorecard.items(file.items.map(\.value))
    views = try Scorecard.items((file.views ?? []).map(\.value))
  }

  private static func items(_ entries: [Entry]) throws(Diagnostic) -> [Item] {
    var items: [Item] = []
    for entry in entries {
      var judged: [Judged] = []
      for figure in entry.metrics { judged.append(try self.judged(figure.value)) }
      guard let first = judged.first else { throw PolicyPack.bad("\(entry.id) judges no figure") }
      items.append(
        Item(
          id: entry.id, chinese: entry.title?.first ?? first.metric.chinese, english: entry.title?.last ?? first.metric.english,
          judged: judged, citation: entry.citation ?? ""))
    }
    return items
  }

  private static func judged(_ figure: Figure) throws(Diagnostic) -> Judged {
    guard let metric = PolicyMetric(rawValue: figure.metric) else { throw PolicyPack.bad("no figure \(figure.metric)") }
    var bands: [Band] = []
    for pair in figure.bands {
      guard pair.count == 2, let from = Rate(pair[0]), let points = DecimalText.parse(pair[1].utf8, scale: 2) else {
        throw PolicyPack.bad("\(figure.metric): a band is [from, points]")
      }
      if let last = bands.last, last.from <= from.partsPerBillion {
        throw PolicyPack.bad("\(figure.metric): bands stand from the highest to the lowest")
      }
      bands.append(Band(from: from.partsPerBillion, points: points))
    }
    return Judged(metric: metric, bands: bands)
  }
}
