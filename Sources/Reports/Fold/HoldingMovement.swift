import LedgerCore
import Portfolio
import ReportDocument

/// The movement of a carrying amount over a period, minor units; opening and all that follows sum to the closing.
struct HoldingMovement {
  /// The four details of 股权投资.
  enum Detail: String, CaseIterable {
    case cost, adjustment, otherEquity, capitalised

    /// The name of the detail account.
    var phrase: Phrase {
      switch self {
      case .cost: Phrase("投资成本", "Investment cost")
      case .adjustment: Phrase("损益调整", "Profit adjustment")
      case .otherEquity: Phrase("其他权益变动", "Other equity changes")
      case .capitalised: Phrase("收益转增投资", "Capitalised profit")
      }
    }
  }

  /// Opening, the movements in the order of the columns, closing.
  private(set) var amounts: [Int64]

  init() { amounts = Array(repeating: 0, count: 12) }

  /// The whole carrying amount of one deal.
  init(_ deal: DealFold) {
    self.init(deal, details: Detail.allCases)
  }

  /// One detail of one deal.
  init(_ deal: DealFold, of detail: Detail) {
    self.init(deal, details: [detail])
  }

  private init(_ deal: DealFold, details: [Detail]) {
    let sums = deal.during
    func total(_ sums: MeasureTotals?, _ amount: (MeasureTotals, Detail) -> Int64) -> Int64 {
      sums.map { sums in details.reduce(0) { $0 + amount(sums, $1) } } ?? 0
    }
    let hasCost = details.contains(.cost)
    let hasAdjustment = details.contains(.adjustment)
    let writtenOff = total(deal.writtenOff, HoldingMovement.taken)
    let handedOut = total(deal.handedOut, HoldingMovement.taken)
    let sold = total(sums, HoldingMovement.taken) - writtenOff - handedOut
    var corrections: Int64 = 0
    if hasCost { corrections += sums[.correctedCost] }
    if hasAdjustment { corrections += sums[.correctedAdjustment] }
    var capitalised: Int64 = 0
    if details.contains(.capitalised) { capitalised += sums[.capitalised] }
    if hasAdjustment { capitalised -= sums[.capitalised] }
    // What the books began with is an opening, whenever they began.
    let opening = total(deal.before, HoldingMovement.balance) + total(sums, HoldingMovement.opened)
    amounts = [
      opening, hasCost ? sums[.paidFresh] + sums[.paidRecycled] : 0, hasCost ? 0 - sums[.refunded] : 0,
      hasAdjustment ? sums[.profitShare] - sums[.lossShare] : 0,
      details.contains(.otherEquity) ? sums[.equityShare] : 0, hasAdjustment ? 0 - sums[.declared] : 0, capitalised,
      corrections, (hasCost ? sums[.handedIn] : 0) - handedOut, 0 - sold, 0 - writtenOff,
      total(deal.before, HoldingMovement.balance) + total(sums, HoldingMovement.balance),
    ]
  }

  private static func balance(_ sums: MeasureTotals, _ detail: Detail) -> Int64 {
    switch detail {
    case .cost: sums.cost
    case .adjustment: sums.adjustment
    case .otherEquity: sums.otherEquity
    case .capitalised: sums.capitalisedProfit
    }
  }

  private static func opened(_ sums: MeasureTotals, _ detail: Detail) -> Int64 {
    switch detail {
    case .cost: sums[.openingCost]
    case .adjustment: sums[.openingAdjustment]
    case .otherEquity: sums[.openingOtherEquity]
    case .capitalised: sums[.openingCapitalised]
    }
  }

  private static func taken(_ sums: MeasureTotals, _ detail: Detail) -> Int64 {
    switch detail {
    case .cost: sums[.costOut]
    case .adjustment: sums[.adjustmentOut]
    case .otherEquity: sums[.otherEquityOut]
    case .capitalised: sums[.capitalisedOut]
    }
  }

  /// 账面余额 at the end.
  var closing: Int64 { amounts[11] }

  /// Whether there is nothing to show.
  var isEmpty: Bool { amounts.allSatisfy { $0 == 0 } }

  /// Adds another movement column by column; throws when a sum leaves 64 bits.
  mutating func add(_ other: HoldingMovement) throws(Diagnostic) {
    for index in amounts.indices { try amounts[index].add(other.amounts[index]) }
  }
}
