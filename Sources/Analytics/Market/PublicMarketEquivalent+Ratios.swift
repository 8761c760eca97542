import LedgerCore

extension PublicMarketEquivalent {
  /// The Kaplan–Schoar ratio to nine decimals; nil without contributions, or beyond 64 bits.
  public var kaplanSchoarRatio: Ratio? { kaplanSchoar.flatMap(PublicMarketEquivalent.ratio) }

  /// λ of PME+ to nine decimals; nil without distributions, or beyond 64 bits.
  public var plusScaleRatio: Ratio? { plusScale.flatMap(PublicMarketEquivalent.ratio) }

  private static func ratio(_ value: Double) -> Ratio? {
    Int64(exactly: (value * 1e9).rounded(.toNearestOrAwayFromZero)).map { Ratio($0, over: 1_000_000_000) }
  }
}
