import LedgerCore

/// What an exit, a write-off or a handover took of a holding, as a part of all that was stated of it and added since.
///
/// Worth and share leave by this part and not by an amount: a valuation that is recorded, corrected or reversed after the
/// exit, but stood before it, loses as much. It is no part of what other exits left, so that one that is reversed leaves
/// the next as it was. The price of that: where money came in between two exits, a valuation from before the first that is
/// recorded after the second leaves the second as it divided old and new money then.
public struct TakenPart: Hashable, Sendable {
  /// All of it.
  static let whole: Int64 = 1_000_000_000_000_000_000

  /// Of 10¹⁸: of what it was reckoned from, it gives back the amount to the fen.
  public let parts: Int64

  /// The part of a fact of `worthOut` or `shareOut`.
  public init(parts: Int64) { self.parts = parts }

  /// The part that an amount is of another; nil of nothing, or when it is many times as much.
  init?(_ amount: Int64, of gross: Int64) {
    guard gross > 0, let parts = try? TakenPart.whole.scaled(by: amount, over: gross) else { return nil }
    self.parts = parts
  }

  /// What leaves of an amount, half up.
  public func taken(of gross: Int64) -> Int64 {
    Int64(clamping: (Int128(gross) * Int128(parts)).dividedHalfUp(by: Int128(TakenPart.whole)))
  }
}
