import LedgerCore
import Portfolio
import ReportDocument

/// A line of the cash-flow statement; what belongs to it follows from the measures of facts.
enum CashFlowLine: String, CaseIterable {
  case fees, corrected, other
  case refunded, principal, gain, dividends, interest, paid, reinvested

  /// The three parts of the statement.
  enum Part: String, CaseIterable {
    case operating, investing, financing

    /// The heading.
    var heading: Phrase {
      switch self {
      case .operating: Phrase("日常活动", "Operating activities")
      case .investing: Phrase("投资活动", "Investing activities")
      case .financing: Phrase("筹资活动", "Financing activities")
      }
    }

    /// The label of its net amount.
    var net: Phrase { heading + Phrase("产生的现金流量净额", ", net") }
  }

  /// The part that the line stands in.
  var part: Part {
    switch self {
    case .fees, .corrected, .other: .operating
    case .refunded, .principal, .gain, .dividends, .interest, .paid, .reinvested: .investing
    }
  }

  /// The place of its amount among those of all lines.
  fileprivate var place: Int {
    switch self {
    case .fees: 0
    case .corrected: 1
    case .other: 2
    case .refunded: 3
    case .principal: 4
    case .gain: 5
    case .dividends: 6
    case .interest: 7
    case .paid: 8
    case .reinvested: 9
    }
  }

  /// What the line is called.
  var label: Phrase {
    switch self {
    case .fees: Phrase("支付管理费", "Management fees paid")
    case .corrected: Phrase("前期差错更正收支", "Corrections of prior years")
    case .other: Phrase("其他收支净额", "Other receipts less payments")
    case .refunded: Phrase("退回出资", "Equity refunded")
    case .principal: Phrase("收回投资本金", "Principal recovered")
    case .gain: Phrase("收回投资收益", "Gain on recovery")
    case .dividends: Phrase("取得股利", "Dividends received")
    case .interest: Phrase("取得利息", "Interest received")
    case .paid: Phrase("预算资金出资", "Equity paid from the budget")
    case .reinvested: Phrase("滚动资金出资", "Equity paid from recovered money")
    }
  }
}

/// Receipts less payments of some days by line; minor units.
struct CashFlowSums {
  /// By place of the line: one value for each event of a year is made and thrown away, so it holds no heap.
  private var amounts = InlineArray<10, Int64>(repeating: 0)
  /// Money moved from the treasury to the holder's account, what went back taken off: it stays cash.
  private(set) var advanced: Int64 = 0
  /// Money remitted from the holder's account to the treasury: it stays cash.
  private(set) var remitted: Int64 = 0

  /// The amount of a line, receipts positive.
  subscript(line: CashFlowLine) -> Int64 { amounts[line.place] }

  /// The measures that lines are folded from.
  static let measures: Set<Measure> = CashflowSums.measures

  /// Adds an amount to a line.
  mutating func add(_ amount: Int64, to line: CashFlowLine) throws(MoneyOverflow) {
    amounts[line.place] = try amounts[line.place].plus(amount)
  }

  /// Takes in the facts of one event; throws when a sum leaves 64 bits.
  mutating func add(event facts: ArraySlice<Fact>) throws(MoneyOverflow) {
    var proceeds: Int64 = 0
    var cost: Int64 = 0
    for fact in facts {
      let amount = fact.amount
      switch fact.measure {
      case .paidFresh: try add(try Int64(0).minus(amount), to: .paid)
      case .paidRecycled: try add(try Int64(0).minus(amount), to: .reinvested)
      case .refunded: try add(amount, to: .refunded)
      case .receivedTreasury, .receivedHolder: try add(amount, to: .dividends)
      case .proceedsTreasury, .proceedsHolder: proceeds = try proceeds.plus(amount)
      case .costOut: cost = try cost.plus(amount)
      case .interest: try add(amount, to: .interest)
      case .correctedCash: try add(amount, to: .corrected)
      case .fee, .feeFresh: try add(try Int64(0).minus(amount), to: .fees)
      case .remitted: remitted = try remitted.plus(amount)
      case .advanced: advanced = try advanced.plus(amount)
      case .advanceReturned: advanced = try advanced.minus(amount)
      default: break
      }
    }
    // Principal is what came back up to the cost taken out; a reversal has both below zero.
    let principal = proceeds < 0 ? max(proceeds, min(cost, 0)) : min(proceeds, max(cost, 0))
    try add(principal, to: .principal)
    try add(try proceeds.minus(principal), to: .gain)
  }

  /// The net amount of all lines.
  func net() throws(MoneyOverflow) -> Int64 {
    var sum: Int64 = 0
    for line in CashFlowLine.allCases { sum = try sum.plus(self[line]) }
    return sum
  }
}
