import LedgerCore

/// What counts as committed on a deal of ours (认缴): the one definition behind committed multipliers, PIC, caps and registers.
///
/// An agreement that these books record is fulfilled by what they pay. What was paid before they began fulfilled an
/// agreement of then: it was committed, and comes on top, as an opened deal reserves and owes all that is agreed after it.
public enum Commitment {
  /// The greater of what is agreed and what is paid since the books began, and what was paid before; minor units.
  ///
  /// - Throws: `MoneyOverflow` when the sum leaves 64 bits.
  public static func basis(agreed: Int64, paid: Int64, paidBefore: Int64) throws(MoneyOverflow) -> Int64 {
    try max(agreed, paid).plus(paidBefore)
  }

  /// The same, no more than 64 bits hold: for limits, which lie far below.
  static func clamped(agreed: Int64, paid: Int64, paidBefore: Int64) -> Int64 { max(agreed, paid).plusClamped(paidBefore) }
}
