import LedgerCore

extension Fact {
  /// The day since which money of ours is in a deal by what the fact says; nil where it says nothing of that.
  ///
  /// Payments and what is taken over enter on their day, an opening states the day. The first entry day of the facts that
  /// stand is 首次出资日, from which terms are counted.
  public var entryDay: Day? {
    switch measure {
    case .paidFresh, .paidRecycled, .handedIn: reverses == 0 && amount > 0 ? day : nil
    case .openingSince: reverses == 0 ? Day(number: Int32(clamping: amount)) : nil
    default: nil
    }
  }
}
