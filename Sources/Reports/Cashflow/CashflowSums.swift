import LedgerCore
import Portfolio

/// The money of the programme in one period by kind; every member is positive in its usual direction. Minor units.
///
/// Opening + in − out = closing, where the balance is the money at the holder: what goes straight into the treasury
/// counts as remitted at once, what the treasury pays itself as drawn at once.
public struct CashflowSums: Hashable, Sendable {
  /// In: budget money that the treasury itself paid for investments and fees, refunds taken off.
  public var drawn: Int64 = 0
  /// In: moved from the treasury to the holder's account, what went back taken off.
  public var advanced: Int64 = 0
  /// Out: fresh money paid into companies and funds, refunds taken off.
  public var paidOut: Int64 = 0
  /// In: dividends received.
  public var dividends: Int64 = 0
  /// In: interest received on the holder's account.
  public var interest: Int64 = 0
  /// In: exit proceeds up to the cost taken out.
  public var principal: Int64 = 0
  /// In: exit proceeds above the cost taken out.
  public var gain: Int64 = 0
  /// In: corrections of prior years' money.
  public var corrected: Int64 = 0
  /// Out: to the treasury, straight or through the holder.
  public var remitted: Int64 = 0
  /// Out: recovered money invested again.
  public var reinvested: Int64 = 0
  /// Out: management fees, from the holder or the budget.
  public var fees: Int64 = 0
  /// No money: paid in before the books began.
  public var paidBefore: Int64 = 0
  /// No money: what came back before the books began.
  public var returnedBefore: Int64 = 0
  /// No money: holdings taken over without payment, at their carrying amount.
  public var handedIn: Int64 = 0
  /// No money: holdings given away without payment, at their carrying amount.
  public var handedOut: Int64 = 0
  /// In: whatever plain vouchers moved on the holder's account, below zero what they took.
  public var other: Int64 = 0

  /// No money.
  public init() {}

  /// Takes in the facts of one event; throws when a sum leaves 64 bits.
  mutating func add(event facts: ArraySlice<Fact>) throws(MoneyOverflow) {
    var proceeds: Int64 = 0
    var cost: Int64 = 0
    for fact in facts {
      let amount = fact.amount
      switch fact.measure {
      case .paidFresh:
        paidOut = try paidOut.plus(amount)
        if !fact.traits.isAtHolder { drawn = try drawn.plus(amount) }
      case .refunded:
        paidOut = try paidOut.minus(amount)
        if !fact.traits.isAtHolder { drawn = try drawn.minus(amount) }
      case .advanced: advanced = try advanced.plus(amount)
      case .advanceReturned: advanced = try advanced.minus(amount)
      case .paidRecycled: reinvested = try reinvested.plus(amount)
      case .receivedTreasury:
        dividends = try dividends.plus(amount)
        remitted = try remitted.plus(amount)
      case .receivedHolder: dividends = try dividends.plus(amount)
      case .proceedsTreasury:
        proceeds = try proceeds.plus(amount)
        remitted = try remitted.plus(amount)
      case .proceedsHolder: proceeds = try proceeds.plus(amount)
      case .costOut: cost = try cost.plus(amount)
      case .interest: interest = try interest.plus(amount)
      case .correctedCash:
        corrected = try corrected.plus(amount)
        if !fact.traits.isAtHolder { remitted = try remitted.plus(amount) }
      case .remitted: remitted = try remitted.plus(amount)
      case .openingPaid: paidBefore = try paidBefore.plus(amount)
      case .openingReceived: returnedBefore = try returnedBefore.plus(amount)
      case .handedIn: handedIn = try handedIn.plus(amount)
      case .handedOut: handedOut = try handedOut.plus(amount)
      case .fee: fees = try fees.plus(amount)
      case .feeFresh:
        fees = try fees.plus(amount)
        if !fact.traits.isAtHolder { drawn = try drawn.plus(amount) }
      default: break
      }
    }
    // A reversal has both below zero.
    let principalBack = proceeds < 0 ? max(proceeds, min(cost, 0)) : min(proceeds, max(cost, 0))
    principal = try principal.plus(principalBack)
    gain = try gain.plus(try proceeds.minus(principalBack))
  }

  /// Takes in what the holder's account says: interest of plain vouchers, and as other money all that no event moved.
  mutating func settle(change: Int64, interest: Int64) throws(MoneyOverflow) {
    self.interest = try self.interest.plus(interest)
    other = try other.plus(try change.minus(try self.change()))
  }

  /// Adds another period.
  mutating func add(_ other: CashflowSums) throws(MoneyOverflow) {
    for member in CashflowSums.members {
      self[keyPath: member] = try self[keyPath: member].plus(other[keyPath: member])
    }
  }

  /// Everything that came back from investees, before the books began and as holdings given away too, as in returns.
  public func returned() throws(MoneyOverflow) -> Int64 {
    try dividends.plus(principal).plus(gain).plus(returnedBefore).plus(handedOut)
  }

  /// Everything paid into investees, recovered money included, corrections of prior years netted, before the books began
  /// and as holdings taken over too, as in returns.
  public func invested() throws(MoneyOverflow) -> Int64 {
    try paidOut.plus(reinvested).minus(corrected).plus(paidBefore).plus(handedIn)
  }

  /// Whether it tells of anything before the books began.
  var hasOpening: Bool { paidBefore != 0 || returnedBefore != 0 }

  /// How the money at the holder changed.
  public func change() throws(MoneyOverflow) -> Int64 {
    let received = try drawn.plus(advanced).plus(dividends).plus(interest).plus(principal).plus(gain)
    return try received.plus(corrected).plus(other).minus(paidOut).minus(remitted).minus(reinvested).minus(fees)
  }

  private static var members: [WritableKeyPath<CashflowSums, Int64>] {
    [
      \.drawn, \.advanced, \.paidOut, \.dividends, \.interest, \.principal, \.gain, \.corrected, \.remitted,
      \.reinvested, \.fees, \.other, \.paidBefore, \.returnedBefore, \.handedIn, \.handedOut,
    ]
  }

  /// The measures that periods are folded from.
  static let measures: Set<Measure> = [
    .paidFresh, .refunded, .paidRecycled, .receivedTreasury, .receivedHolder, .proceedsTreasury, .proceedsHolder,
    .costOut, .interest, .correctedCash, .remitted, .fee, .feeFresh, .advanced, .advanceReturned,
    .openingPaid, .openingReceived, .handedIn, .handedOut,
  ]
}
