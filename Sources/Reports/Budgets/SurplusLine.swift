import LedgerCore
import Portfolio
import ReportDocument

/// A line of the reconciliation from budget surplus to accrual surplus, each with its own reason.
enum SurplusLine: String, CaseIterable {
  case results, dividendsDeclared, disposals, reserveReleased, writtenOff, interest
  case principalBack, dividendsReceived, remitted
  case equityPaid, equityRefunded
  case holderFees, fees
  case closingPeriod, corrections, handovers, others
  case plainFiscal, plainBudget, plainBoth, switchOver

  /// The four usual groups of the statement and two more.
  enum Group: String, CaseIterable {
    case income, budgetIncome, outlay, expense, timing, plain

    /// The heading.
    var phrase: Phrase {
      switch self {
      case .income: Phrase("加：确认为收入、未列预算收入", "Add: revenue that is no budget income")
      case .budgetIncome: Phrase("减：列预算收入、未确认为收入", "Less: budget income that is no revenue")
      case .outlay: Phrase("加：列预算支出、未确认为费用", "Add: budget outlay that is no expense")
      case .expense: Phrase("减：确认为费用、未列预算支出", "Less: expense that is no budget outlay")
      case .timing: Phrase("期间与其他差异", "Timing and other differences")
      case .plain: Phrase("一般凭证", "Plain vouchers")
      }
    }
  }

  /// The group that the line stands in.
  var group: Group {
    switch self {
    case .results, .dividendsDeclared, .disposals, .reserveReleased, .writtenOff, .interest: .income
    case .principalBack, .dividendsReceived, .remitted: .budgetIncome
    case .equityPaid, .equityRefunded: .outlay
    case .holderFees, .fees: .expense
    case .closingPeriod, .corrections, .handovers, .others: .timing
    case .plainFiscal, .plainBudget, .plainBoth, .switchOver: .plain
    }
  }

  /// The line's name.
  var phrase: Phrase {
    switch self {
    case .results: Phrase("权益法确认的损益", "Equity-method results")
    case .dividendsDeclared: Phrase("宣告分红确认的收益", "Dividends declared, as income")
    case .disposals: Phrase("未缴国库的处置损益", "Disposals not paid into the treasury")
    case .reserveReleased: Phrase("权益法调整转入收益", "Equity reserve released")
    case .writtenOff: Phrase("核销股权投资", "Written off")
    case .interest: Phrase("专户存款利息", "Interest at the holder")
    case .principalBack: Phrase("退出收回的账面投资", "Carrying amount recovered by exits")
    case .dividendsReceived: Phrase("收到已确认的股利", "Dividends received")
    case .remitted: Phrase("受托机构缴回国库", "Remitted by the holder")
    case .equityPaid: Phrase("股权投资支出", "Equity paid")
    case .equityRefunded: Phrase("当年退回的出资", "Equity refunded in the year")
    case .holderFees: Phrase("专户列支的管理费", "Fees paid by the holder")
    case .fees: Phrase("预算列支的管理费", "Fees paid from the budget")
    case .closingPeriod: Phrase("整理期收支", "Closing period")
    case .corrections: Phrase("前期差错更正", "Corrections of prior years")
    case .handovers: Phrase("无偿划转", "Handed over without payment")
    case .others: Phrase("其他事项", "Other events")
    case .plainFiscal: Phrase("仅记入财务会计", "Fiscal book only")
    case .plainBudget: Phrase("仅记入预算会计", "Budget book only")
    case .plainBoth: Phrase("两账金额不同", "Different amounts in both books")
    case .switchOver: Phrase("科目转换", "Switch of charts")
    }
  }

  /// The line that an amount of an event belongs to.
  ///
  /// - Parameter isIntoTreasury: whether proceeds of the same event went into the treasury, and so into the budget.
  init(_ measure: Measure, isIntoTreasury: Bool) {
    switch measure {
    case .profitShare, .lossShare: self = .results
    case .declared, .declaredIncome: self = .dividendsDeclared
    case .gain, .loss: self = isIntoTreasury ? .principalBack : .disposals
    case .proceedsTreasury: self = .principalBack
    case .reserveReleased: self = .reserveReleased
    case .writtenOff: self = .writtenOff
    case .interest: self = .interest
    case .receivedTreasury: self = .dividendsReceived
    case .remitted: self = .remitted
    case .paidFresh: self = .equityPaid
    case .refunded: self = .equityRefunded
    case .fee: self = .holderFees
    case .feeFresh: self = .fees
    case .correctedCost, .correctedAdjustment, .correctedCash: self = .corrections
    case .handedIn, .handedOut: self = .handovers
    default: self = .others
    }
  }
}
