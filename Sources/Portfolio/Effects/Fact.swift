import LedgerCore

/// One named amount of one event, with what it is about: what reports are folded from.
public struct Fact: Hashable, Sendable {
  /// The event's place in the chain, from 1.
  public var sequence: Int64
  public var day: Day
  public var measure: Measure
  /// Minor units, or parts per billion for `shareHeld` and `shareOut`, of a minor unit for `reinvestedRest`, of 10¹⁸ for `partOut`.
  public var amount: Int64
  public var commodity: CommodityID
  public var dimensions: Dimensions
  public var traits: Traits
  /// The event that this one reverses, 0 for none; the amount then has the opposite sign of the original.
  public var reverses: Int64

  public init(
    sequence: Int64 = 0, day: Day, measure: Measure, amount: Int64, commodity: CommodityID, dimensions: Dimensions,
    traits: Traits = Traits(), reverses: Int64 = 0
  ) {
    self.sequence = sequence
    self.day = day
    self.measure = measure
    self.amount = amount
    self.commodity = commodity
    self.dimensions = dimensions
    self.traits = traits
    self.reverses = reverses
  }
}
