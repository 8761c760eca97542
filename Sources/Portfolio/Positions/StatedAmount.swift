import LedgerCore

/// An amount that was last stated on a day and has since grown or shrunk.
public struct StatedAmount: Hashable, Sendable {
  /// What was stated and added since, nothing taken out.
  public private(set) var gross: Int64
  /// What is left of it.
  public private(set) var left: Int64
  private let day: Day

  /// Stated anew; nothing was taken out yet.
  public init(_ amount: Int64, on day: Day = .always) {
    gross = amount
    left = amount
    self.day = day
  }

  /// Tells whether parts are of the same statement with the same money added: day and gross in one number.
  public var base: Int64 { (gross &* 65_536) &+ Int64(day.number & 65_535) }

  /// Adds an amount, below zero for one that went back.
  public mutating func add(_ amount: Int64) {
    gross = gross.plusClamped(amount)
    left = left.plusClamped(amount)
  }

  /// Takes a part out.
  public mutating func take(_ taken: TakenPart) {
    guard let parts = taken.parts, taken.base != base else { return takeOut(taken.amount) }
    takeOut(TakenPart.taken(parts, of: left))
  }

  /// Takes out anew, now that all is known of it, what was taken out as an amount.
  public mutating func retake(_ taken: TakenPart) {
    takeOut(0 &- taken.amount)
    take(taken)
  }

  /// Takes an amount out.
  public mutating func takeOut(_ amount: Int64) { left = left.plusClamped(0 &- amount) }

  /// Adds an amount to what parts are parts of, and nothing to what is left.
  mutating func addToGross(_ amount: Int64) { gross = gross.plusClamped(amount) }
}
