import LedgerCore

/// What of a deal is kept by day.
public enum DealLevel: Int, CaseIterable, Sendable {
  /// 投资成本.
  case cost
  /// 损益调整; may be negative.
  case adjustment
  /// 其他权益变动; may be negative.
  case otherEquity
  /// 收益转增投资.
  case capitalised
  /// 账面余额: the four details together.
  case carrying
  /// Losses below a carrying amount of zero that no later profit has made good.
  case suspendedLoss
  /// Dividends declared and not yet received.
  case receivable
  /// Recovered money paid in.
  case recycled
  /// 账销案存: what was written off and not recovered since.
  case writtenOff

  /// How the amounts of a measure change a level.
  public struct Change: Sendable {
    public let level: DealLevel
    /// 1 or −1.
    let sign: Int64
    /// Whether an exit takes it out of what is held.
    let isTaken: Bool
  }

  /// How the amounts of a measure change the levels; none for most measures.
  public static func changes(by measure: Measure) -> [Change] { table[Int(measure.rawValue)] }

  private static let table: [[Change]] = {
    var table = Array(repeating: [Change](), count: 256)
    for measure in Measure.allCases {
      let (raised, lowered, taken) = levels(of: measure)
      table[Int(measure.rawValue)] =
        raised.map { Change(level: $0, sign: 1, isTaken: false) }
        + lowered.map { Change(level: $0, sign: -1, isTaken: false) }
        + taken.map { Change(level: $0, sign: -1, isTaken: true) }
    }
    return table
  }()

  /// The levels that a measure raises, lowers, and takes an exit out of.
  private static func levels(
    of measure: Measure
  ) -> (raised: [DealLevel], lowered: [DealLevel], taken: [DealLevel]) {
    switch measure {
    case .paidFresh, .handedIn, .correctedCost, .openingCost: ([.cost, .carrying], [], [])
    case .paidRecycled: ([.cost, .carrying, .recycled], [], [])
    case .refunded: ([], [.cost, .carrying], [])
    case .profitShare, .correctedAdjustment, .openingAdjustment: ([.adjustment, .carrying], [], [])
    case .lossShare: ([], [.adjustment, .carrying], [])
    case .equityShare, .openingOtherEquity: ([.otherEquity, .carrying], [], [])
    case .declared: ([.receivable], [.adjustment, .carrying], [])
    case .declaredIncome, .openingReceivable: ([.receivable], [], [])
    case .receivedTreasury, .receivedHolder: ([], [.receivable], [])
    case .capitalised: ([.capitalised], [.adjustment], [])
    case .openingCapitalised: ([.capitalised, .carrying], [], [])
    case .lossSuspended, .openingSuspended: ([.suspendedLoss], [], [])
    case .lossRestored: ([], [], [.suspendedLoss])
    case .costOut: ([], [], [.cost, .carrying])
    case .adjustmentOut: ([], [], [.adjustment, .carrying])
    case .otherEquityOut: ([], [], [.otherEquity, .carrying])
    case .capitalisedOut: ([], [], [.capitalised, .carrying])
    case .memoEntered: ([.writtenOff], [], [])
    case .memoCleared: ([], [.writtenOff], [])
    default: ([], [], [])
    }
  }

  /// The refusal when the level would sink below zero; nil for a level that may.
  var refusal: (code: DiagnosticCode, name: Wording)? {
    switch self {
    case .cost: (.overHolding, Wording("投资成本", "investment cost"))
    case .carrying: (.overHolding, Wording("账面余额", "carrying amount"))
    case .capitalised: (.overHolding, Wording("转增的利润", "capitalised profit"))
    case .suspendedLoss: (.overHolding, Wording("备查登记的亏损", "loss kept in the memo"))
    case .receivable: (.overReceivable, Wording("应收股利", "dividend receivable"))
    case .recycled: (.overRecycled, Wording("收回资金的出资", "recovered money paid in"))
    case .writtenOff: (.overHolding, Wording("已核销的备查", "memo of what was written off"))
    case .adjustment, .otherEquity: nil
    }
  }
}
