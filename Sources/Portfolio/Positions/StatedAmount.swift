import LedgerCore

/// An amount that was last stated and has since grown or shrunk.
public struct StatedAmount: Hashable, Sendable {
  /// What was stated and added since, nothing taken out: what parts are parts of.
  public private(set) var gross: Int64
  /// What is left of it.
  public private(set) var left: Int64

  /// Stated anew; nothing was taken out yet.
  public init(_ amount: Int64) {
    gross = amount
    left = amount
  }

  /// Adds an amount, below zero for one that went back.
  public mutating func add(_ amount: Int64) {
    gross = gross.plusClamped(amount)
    left = left.plusClamped(amount)
  }

  /// Takes a part out.
  public mutating func take(_ part: TakenPart) { left = left.plusClamped(0 &- part.taken(of: gross)) }

  /// Adds an amount to what parts are parts of, and nothing to what is left.
  mutating func addToGross(_ amount: Int64) { gross = gross.plusClamped(amount) }
}
