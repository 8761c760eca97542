import LedgerCore
import Portfolio

/// One fact as returns need it, in sixteen bytes: a million of them are walked several times.
struct ReturnEntry {
  /// When it counts; what was paid before the books began counts on the day of the first payment.
  var day: Day
  private let dealLow: UInt16
  private let dealHigh: UInt8
  let measure: Measure
  /// Minor units; for marks of the share, parts per billion; for a part taken out, of 10¹⁸.
  let amount: Int64

  /// The greatest id of a deal that an entry has room for.
  static let dealMax = 1 << 24 - 1

  /// An entry of a deal from 1 to `dealMax`.
  init(day: Day, deal: Int32, measure: Measure, amount: Int64) {
    self.day = day
    dealLow = UInt16(truncatingIfNeeded: deal)
    dealHigh = UInt8(truncatingIfNeeded: deal >> 16)
    self.measure = measure
    self.amount = amount
  }

  /// The deal by the raw value of its id, above 0.
  var deal: Int32 { Int32(dealHigh) << 16 | Int32(dealLow) }

  /// What the measure is to returns.
  var part: Part { ReturnEntry.part(of: measure) }

  /// What a measure is to returns.
  enum Part: UInt8 {
    /// Nothing.
    case none
    /// A payment, or one that is taken back.
    case payment
    /// Something that came back.
    case distribution
    /// What is held, promised or worth.
    case holding
    /// The day of a first payment before the books began.
    case since
    /// A management fee.
    case fee
  }

  static func part(of measure: Measure) -> Part {
    switch measure {
    case .openingPaid, .paidFresh, .paidRecycled, .handedIn, .refunded, .correctedCash: .payment
    case .openingReceived, .receivedTreasury, .receivedHolder, .proceedsTreasury, .proceedsHolder, .handedOut:
      .distribution
    case .committed, .openingCost, .correctedCost, .costOut, .profitShare, .correctedAdjustment, .openingAdjustment,
      .equityShare, .openingOtherEquity, .openingCapitalised, .lossShare, .declared, .declaredIncome, .openingReceivable,
      .adjustmentOut, .otherEquityOut, .capitalisedOut, .valueOut, .worthBase, .partOut,
      .fairValue, .shareHeld, .shareOut, .shareBase:
      .holding
    case .openingSince: .since
    case .fee, .feeFresh: .fee
    default: .none
    }
  }

  /// Whether it is a payment or a distribution.
  var isFlow: Bool { part == .payment || part == .distribution }

  /// What the entry moves between us and the investee, negative when paid in; 0 for what moves nothing.
  var flow: Int64 {
    switch measure {
    case .openingPaid, .paidFresh, .paidRecycled, .handedIn: 0 &- amount
    case .refunded, .correctedCash, .openingReceived, .receivedTreasury, .receivedHolder, .proceedsTreasury,
      .proceedsHolder, .handedOut:
      amount
    default: 0
    }
  }
}
