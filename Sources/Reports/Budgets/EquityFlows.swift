import LedgerCore
import Portfolio
import ReportDocument

/// How the carrying amount of a holding rose and fell over a year, by kind; every member is above zero in its usual
/// direction, and a reversal stands in the same place below zero. Minor units.
struct EquityFlows {
  /// What raises the carrying amount, in the order of the columns.
  enum Increase: String, CaseIterable {
    case paid, results, otherEquity, transferredIn, corrections

    /// The heading.
    var phrase: Phrase {
      switch self {
      case .paid: Phrase("出资", "Paid in")
      case .results: Phrase("损益调整", "Results")
      case .otherEquity: Phrase("其他权益变动", "Other equity")
      case .transferredIn: Phrase("无偿划入", "Transferred in")
      case .corrections: Phrase("差错更正", "Corrections")
      }
    }
  }

  /// What lowers the carrying amount, in the order of the columns.
  enum Decrease: String, CaseIterable {
    case exits, refunds, dividends, losses, otherEquity, writeOffs, transferredOut, corrections

    /// The heading.
    var phrase: Phrase {
      switch self {
      case .exits: Phrase("退出", "Exits")
      case .refunds: Phrase("退回出资", "Refunds")
      case .dividends: Phrase("宣告分红", "Dividends")
      case .losses: Phrase("亏损", "Losses")
      case .otherEquity: Phrase("其他权益变动", "Other equity")
      case .writeOffs: Phrase("核销", "Written off")
      case .transferredOut: Phrase("无偿划出", "Transferred out")
      case .corrections: Phrase("差错更正", "Corrections")
      }
    }
  }

  private(set) var opening: Int64 = 0
  private(set) var increases: [Increase: Int64] = [:]
  private(set) var decreases: [Decrease: Int64] = [:]
  /// The four details at the end.
  private(set) var details: [HoldingMovement.Detail: Int64] = [:]

  init() {}

  /// The year of one deal. Corrections are parted one by one; other equity counts as a rise or a fall by what the year
  /// comes to. What takes back entries of earlier years is a correction of them, by what it does to the whole.
  init(_ deal: DealFold) throws(Diagnostic) {
    let sums = deal.during
    let back = deal.takenBack ?? MeasureTotals()
    func own(_ measure: Measure) -> Int64 { sums[measure] - back[measure] }
    let corrected = own(.correctedCost) + own(.correctedAdjustment)
    let writtenOff = (deal.writtenOff?.takenOut ?? 0) - back[.writtenOff]
    let handedOut = (deal.handedOut?.takenOut ?? 0) - back[.handedOut]
    let takenBack = back.carryingAmount - back.opened
    // What the books began with is an opening, whenever they began.
    opening = deal.before.carryingAmount + sums.opened
    increases = [
      .paid: own(.paidFresh) + own(.paidRecycled), .results: own(.profitShare),
      .otherEquity: max(own(.equityShare), 0), .transferredIn: own(.handedIn),
      .corrections: corrected - deal.correctedDown + max(takenBack, 0),
    ]
    decreases = [
      .exits: sums.takenOut - back.takenOut - writtenOff - handedOut, .refunds: own(.refunded), .dividends: own(.declared),
      .losses: own(.lossShare), .otherEquity: 0 - min(own(.equityShare), 0), .writeOffs: writtenOff,
      .transferredOut: handedOut, .corrections: 0 - deal.correctedDown - min(takenBack, 0),
    ]
    let left = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try deal.before.adding(sums) }
    details = [
      .cost: left.cost, .adjustment: left.adjustment, .otherEquity: left.otherEquity,
      .capitalised: left.capitalisedProfit,
    ]
  }

  /// Takes in another holding; throws when a sum leaves 64 bits.
  mutating func add(_ other: EquityFlows) throws(Diagnostic) {
    try opening.add(other.opening)
    for (kind, amount) in other.increases { try increases[kind, default: 0].add(amount) }
    for (kind, amount) in other.decreases { try decreases[kind, default: 0].add(amount) }
    for (detail, amount) in other.details { try details[detail, default: 0].add(amount) }
  }

  /// All that raised it.
  var increase: Int64 {
    get throws(Diagnostic) { try EquityFlows.sum(increases.values) }
  }

  /// All that lowered it.
  var decrease: Int64 {
    get throws(Diagnostic) { try EquityFlows.sum(decreases.values) }
  }

  /// 期末账面余额: the four details together.
  var closing: Int64 {
    get throws(Diagnostic) { try EquityFlows.sum(details.values) }
  }

  /// Whether there is nothing to show.
  var isEmpty: Bool {
    opening == 0 && increases.values.allSatisfy { $0 == 0 } && decreases.values.allSatisfy { $0 == 0 }
      && details.values.allSatisfy { $0 == 0 }
  }

  private static func sum(_ amounts: some Collection<Int64>) throws(Diagnostic) -> Int64 {
    var sum: Int64 = 0
    for amount in amounts { try sum.add(amount) }
    return sum
  }
}
