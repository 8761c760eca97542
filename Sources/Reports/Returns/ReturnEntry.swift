import LedgerCore
import Portfolio

/// One fact as returns need it, in as little memory as it takes.
struct ReturnEntry {
  /// When it counts; what was paid before the books began counts on the day of the first payment.
  var day: Day
  /// The deal by the raw value of its id, above 0.
  let deal: Int32
  let measure: Measure
  /// What the measure is to returns.
  let part: Part
  /// Minor units; for marks of the share, parts per billion.
  let amount: Int64

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

  /// The part of every measure, by raw value.
  static let parts: [Part] = {
    var parts = Array(repeating: Part.none, count: 256)
    for measure in Measure.allCases { parts[Int(measure.rawValue)] = part(of: measure) }
    return parts
  }()

  private static func part(of measure: Measure) -> Part {
    switch measure {
    case .openingPaid, .paidFresh, .paidRecycled, .handedIn, .refunded, .correctedCash: .payment
    case .openingReceived, .receivedTreasury, .receivedHolder, .proceedsTreasury, .proceedsHolder, .handedOut:
      .distribution
    case .committed, .openingCost, .correctedCost, .costOut, .profitShare, .correctedAdjustment, .openingAdjustment,
      .equityShare, .openingOtherEquity, .openingCapitalised, .lossShare, .declared, .adjustmentOut, .otherEquityOut,
      .capitalisedOut, .valueOut, .fairValue, .shareHeld, .shareOut:
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
