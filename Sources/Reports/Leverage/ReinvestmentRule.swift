import FoundationEssentials
import LedgerCore

/// What the national scorecard makes of a high reinvestment ratio (返投): data with its citation, not code.
struct ReinvestmentRule {
  /// Points for a ratio from a bound on.
  struct Band {
    let from: Rate
    let points: Int
  }

  let citation: String
  /// Whether anybody has read the official text.
  let isVerified: Bool
  /// From this share of our money on, a ratio costs points.
  let penalisedFrom: Rate
  /// By ascending bound.
  let bands: [Band]

  private struct File: Decodable {
    struct Band: Decodable {
      let from: String
      let points: Int
    }

    let citation: String
    let status: String
    let penalisedFrom: String
    let bands: [Band]
  }

  /// The rule that comes with the program.
  static func builtIn() throws(Diagnostic) -> ReinvestmentRule {
    try ReinvestmentRule(reading: PackageResources.reinvestment_rule_json)
  }

  /// Reads a rule.
  init(reading bytes: [UInt8]) throws(Diagnostic) {
    guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)),
      let penalisedFrom = Rate(file.penalisedFrom)
    else { throw ReinvestmentRule.malformed }
    citation = file.citation
    isVerified = file.status == "verified"
    self.penalisedFrom = penalisedFrom
    var bands: [Band] = []
    for band in file.bands {
      guard let from = Rate(band.from) else { throw ReinvestmentRule.malformed }
      bands.append(Band(from: from, points: band.points))
    }
    self.bands = bands.sorted { $0.from < $1.from }
  }

  private static var malformed: Diagnostic {
    Diagnostic(
      .fileUnreadable, Wording("返投规则不合说明中的格式", "the rule on reinvestment is not of the documented shape"))
  }

  /// Whether a ratio costs points.
  func isPenalised(_ ratio: Ratio) -> Bool { ratio.isAtLeast(penalisedFrom) }

  /// The points of a ratio; nil when it has no value.
  func points(of ratio: Ratio) -> Int? {
    ratio.isDefined ? bands.last { ratio.isAtLeast($0.from) }?.points : nil
  }
}

extension Ratio {
  /// Whether the ratio has a value that is not below a rate, compared exactly.
  func isAtLeast(_ rate: Rate) -> Bool {
    guard denominator > 0 else { return false }
    return Int128(numerator) * Int128(Rate.whole.partsPerBillion) >= Int128(rate.partsPerBillion) * Int128(denominator)
  }
}
