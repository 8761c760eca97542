import LedgerCore
import ReportDocument

/// Whose money counts as 社会资本 (METRICS §1); the raw value is what `--tier` takes.
public enum CapitalTier: String, CaseIterable, Sendable {
  /// Private money P alone.
  case narrow
  /// Everybody's money but our own: S = O + P, and that of banks that are partners of funds.
  case wide

  /// The tier with a name in either language, as `wide`, `宽口径` or `宽`.
  public init?(named text: String) {
    let match = CapitalTier.allCases.first { text.lowercased() == $0.rawValue || text == $0.title.zh || text + "口径" == $0.title.zh }
    guard let match else { return nil }
    self = match
  }

  /// The word that people read.
  public var title: Phrase {
    switch self {
    case .narrow: Phrase("窄口径", "narrow")
    case .wide: Phrase("宽口径", "wide")
    }
  }
}
