import LedgerCore

/// What is due within one stretch of the holding period.
public struct ExitTier: Hashable, Sendable {
  /// What the price is made of.
  public enum Basis: String, CaseIterable, Sendable {
    /// 本金: what was paid in.
    case principal
    /// 本息: what was paid in with interest.
    case interest
    /// 估值: our part of the latest valuation.
    case value
    /// 孰高: the higher of principal with interest and the valuation.
    case higher

    /// The Chinese word, accepted as well.
    public var chinese: String {
      switch self {
      case .principal: "本金"
      case .interest: "本息"
      case .value: "估值"
      case .higher: "孰高"
      }
    }

    /// Whether interest is reckoned at all.
    public var bearsInterest: Bool { self == .interest || self == .higher }

    /// Whether a valuation is needed.
    public var needsValue: Bool { self == .value || self == .higher }

    init?(word: String) {
      guard let match = Basis.allCases.first(where: { $0.rawValue == word || $0.chinese == word }) else { return nil }
      self = match
    }
  }

  /// Months of holding up to which the tier applies, the last day included; nil for the last tier.
  public var untilMonths: Int?
  /// What the price is made of.
  public var basis: Basis
  /// The rate of this tier; nil for that of the terms.
  public var rate: ExitRate?

  public init(untilMonths: Int? = nil, basis: Basis, rate: ExitRate? = nil) {
    self.untilMonths = untilMonths
    self.basis = basis
    self.rate = rate
  }

  /// Reads `3y principal; 5y interest LPR-1Y; value`, in either language; commas and semicolons part the tiers.
  ///
  /// - Returns: nil when a word is none of a tier, when the ends do not ascend, or when any but the last has no end.
  static func list(_ text: String) -> [ExitTier]? {
    var tiers: [ExitTier] = []
    for part in text.split(whereSeparator: { ",，;；、".contains($0) }) {
      guard let tier = ExitTier(part) else { return nil }
      tiers.append(tier)
    }
    let ends = tiers.dropLast().map(\.untilMonths)
    guard !tiers.isEmpty, tiers.last?.untilMonths == nil, ends.allSatisfy({ $0 != nil }) else { return nil }
    let months = ends.compactMap { $0 }
    guard zip(months, months.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
    return tiers
  }

  /// Reads one tier: an end unless it is the last, what the price is made of, and a rate of its own when it has one.
  private init?(_ text: Substring) {
    var words = text.split(separator: " ").map(String.init)
    untilMonths = words.first.flatMap { FieldParser.months($0) }.map { Int(clamping: $0) }
    if untilMonths != nil { words.removeFirst() }
    guard let basis = words.first.flatMap({ Basis(word: $0) }), words.count <= 2 else { return nil }
    self.basis = basis
    rate = words.count == 2 ? ExitRate(words[1]) : nil
    if rate != nil && !basis.bearsInterest { return nil }
  }
}
