import LedgerCore
import Portfolio

/// How one deal stands for its returns, folded from its entries in order of days; minor units.
public struct HoldingState: Sendable {
  /// Promised in agreements.
  private(set) var agreed: Int64 = 0
  /// Paid since the books began, refunds and corrections taken off.
  private(set) var paidSince: Int64 = 0
  /// Paid before the books began.
  private(set) var paidBefore: Int64 = 0
  /// Taken over without payment, at its carrying amount.
  private(set) var takenOver: Int64 = 0
  /// Everything paid in, what was taken over without payment at its carrying amount.
  public private(set) var paidIn: Int64 = 0
  /// Everything that came back.
  public private(set) var distributed: Int64 = 0
  /// 投资成本 still held.
  public private(set) var cost: Int64 = 0
  /// 账面余额.
  public private(set) var carryingAmount: Int64 = 0
  /// Dividends declared and not yet received.
  public private(set) var receivable: Int64 = 0
  /// Day of the last declaration of a dividend; `always` before one.
  private(set) var declaredOn = Day.always
  /// Dividends declared on days after that of the last valuation, which may still have them in it.
  private var declaredSinceValued: Int64 = 0
  /// Day of the last valuation; `always` before one.
  public private(set) var valuedOn = Day.always
  /// Day of the first payment, or on which the holding was taken over without one; `never` before that.
  public private(set) var firstPaid = Day.never
  /// The share as it was stated last, and whether all was sold since.
  private var statedShare: Int64 = 0
  private var wasEmptied = false
  private var worth = StatedAmount(0)
  private var worthTaken = TakenPart()
  private var shareTaken = TakenPart()
  private var shareOfBillion: StatedAmount?

  /// Nothing yet.
  init() {}

  /// Takes in one more entry.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  mutating func apply(_ entry: ReturnEntry) throws(MoneyOverflow) {
    let amount = entry.amount
    switch entry.measure {
    case .paidFresh, .paidRecycled:
      paidSince = try paidSince.plus(amount)
      paidIn = try paidIn.plus(amount)
      try acquire(amount)
      firstPaid = min(firstPaid, entry.day)
    case .receivedTreasury, .receivedHolder:
      distributed = try distributed.plus(amount)
      receivable = try receivable.minus(amount)
    case .proceedsTreasury, .proceedsHolder, .handedOut, .openingReceived:
      distributed = try distributed.plus(amount)
    case .declared, .declaredIncome:
      declaredOn = entry.day
      if valuedOn < entry.day { declaredSinceValued = try declaredSinceValued.plus(amount) }
      try adjust(entry.measure, by: amount)
    case .fairValue:
      worth = StatedAmount(amount, on: entry.day)
      valuedOn = entry.day
      declaredSinceValued = 0
    case .committed: agreed = try agreed.plus(amount)
    case .valueOut, .worthBase, .shareOut, .shareBase, .partOut: take(entry.measure, amount)
    case .costOut:
      cost = try cost.minus(amount)
      wasEmptied = wasEmptied || cost <= 0
      carryingAmount = try carryingAmount.minus(amount)
    case .refunded:
      paidSince = try paidSince.minus(amount)
      paidIn = try paidIn.minus(amount)
      try acquire(try Int64(0).minus(amount))
    case .handedIn:
      takenOver = try takenOver.plus(amount)
      paidIn = try paidIn.plus(amount)
      try acquire(amount)
      firstPaid = min(firstPaid, entry.day)
    case .openingCost: try acquire(amount)
    case .openingPaid:
      paidBefore = try paidBefore.plus(amount)
      paidIn = try paidIn.plus(amount)
    case .correctedCash:
      paidSince = try paidSince.minus(amount)
      paidIn = try paidIn.minus(amount)
    case .shareHeld:
      shareOfBillion = StatedAmount(amount, on: entry.day)
      wasEmptied = cost <= 0
    default: try adjust(entry.measure, by: amount)
    }
  }

  /// Takes in what an exit took of worth and share, whose part comes last.
  private mutating func take(_ measure: Measure, _ amount: Int64) {
    if measure.tellsWorthTaken { worthTaken.note(measure, amount) }
    if measure.tellsShareTaken { shareTaken.note(measure, amount) }
    switch measure {
    case .valueOut: worth.takeOut(amount)
    case .shareOut: shareOfBillion?.takeOut(amount)
    case .worthBase, .shareBase: break
    default:
      worth.retake(worthTaken)
      shareOfBillion?.retake(shareTaken)
      (worthTaken, shareTaken) = (TakenPart(), TakenPart())
    }
  }

  /// What is held grows at cost.
  private mutating func acquire(_ amount: Int64) throws(MoneyOverflow) {
    cost = try cost.plus(amount)
    carryingAmount = try carryingAmount.plus(amount)
    worth.add(amount)
  }

  /// The carrying amount changes by something other than its purchase or sale.
  private mutating func adjust(_ measure: Measure, by amount: Int64) throws(MoneyOverflow) {
    switch measure {
    case .correctedCost:
      cost = try cost.plus(amount)
      carryingAmount = try carryingAmount.plus(amount)
    case .profitShare, .correctedAdjustment, .openingAdjustment, .equityShare, .openingOtherEquity, .openingCapitalised:
      carryingAmount = try carryingAmount.plus(amount)
    case .declared:
      carryingAmount = try carryingAmount.minus(amount)
      receivable = try receivable.plus(amount)
    case .declaredIncome, .openingReceivable: receivable = try receivable.plus(amount)
    case .lossShare, .adjustmentOut, .otherEquityOut, .capitalisedOut:
      carryingAmount = try carryingAmount.minus(amount)
    default: break
    }
  }

  /// States the first payment that was made before the books began.
  mutating func state(since day: Day) { firstPaid = min(firstPaid, day) }

  /// Whether anything is held: a cost, or a carrying amount without one.
  public var isHeld: Bool { cost > 0 || carryingAmount > 0 }

  /// Whether anybody ever valued the holding.
  public var isValued: Bool { valuedOn != .always }

  /// What is still to come: what the rest is taken to be worth and the dividends that were declared and not received, which
  /// are in neither the holding nor what came back. Never below zero.
  public var residual: Int64 { holdingWorth.plusClamped(max(0, receivable)) }

  /// What the rest is taken to be worth, never below zero.
  private var holdingWorth: Int64 { isHeld ? max(0, isValued ? worth.left : carryingAmount) : 0 }

  /// What of the dividends receivable the valuation may still have in it, since it is from before their declaration: residual
  /// value may have it twice. Of what is received it is taken that the oldest dividends were.
  var receivableInValuation: Int64 { isHeld && isValued ? max(0, min(receivable, declaredSinceValued)) : 0 }

  /// The share held, nil when it was never stated, or not since all was sold and bought again.
  public var share: Rate? { isShareOutdated ? nil : shareOfBillion.map { Rate(partsPerBillion: max(0, $0.left)) } }

  /// Whether what is held was bought after all had been sold, and nobody said since what share it is.
  var isShareOutdated: Bool {
    guard cost > 0, let share = shareOfBillion else { return false }
    return share.left <= 0 && (share.gross > 0 || wasEmptied)
  }

  /// The commitment, at least what was paid on it; what was paid before the books began was committed before them, and
  /// what was taken over without payment is committed and paid in at once.
  ///
  /// - Throws: `MoneyOverflow` when the sum leaves 64 bits.
  func committed() throws(MoneyOverflow) -> Int64 {
    try Commitment.basis(agreed: agreed, paid: paidSince, paidBefore: paidBefore).plus(takenOver)
  }

  /// What the rest is worth, and where the figure comes from.
  var valuation: Valuation {
    if !isHeld { return Valuation(amount: 0, basis: .notHeld, day: .always) }
    return Valuation(amount: holdingWorth, basis: isValued ? .valued : .carrying, day: valuedOn)
  }
}
