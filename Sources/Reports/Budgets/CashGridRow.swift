import LedgerCore
import ReportDocument

/// A row of the reconciliation from the budget's actual amounts to the cash-flow statement (IPSAS 24, METRICS §3).
enum CashGridRow: String, CaseIterable {
  case actual, basis, timing, entity, presentation, cash, residual

  /// The rows that lead from one statement to the other.
  static let differences: [CashGridRow] = [.basis, .timing, .entity, .presentation]

  /// The place of its amounts among those of all rows.
  var place: Int {
    switch self {
    case .actual: 0
    case .basis: 1
    case .timing: 2
    case .entity: 3
    case .presentation: 4
    case .cash: 5
    case .residual: 6
    }
  }

  /// The row's name.
  var phrase: Phrase {
    switch self {
    case .actual: Phrase("可比基础的实际数", "Actual on comparable basis")
    case .basis: Phrase("基础差异", "Basis differences")
    case .timing: Phrase("期间差异", "Timing differences")
    case .entity: Phrase("主体差异", "Entity differences")
    case .presentation: Phrase("列报差异", "Presentation differences")
    case .cash: Phrase("现金流量表的实际数", "Actual in the cash-flow statement")
    case .residual: Phrase("差额", "Residual")
    }
  }

  /// What makes the difference.
  var reason: Phrase {
    switch self {
    case .actual: Phrase("本年预算收入减预算支出", "budget income less outlay of the year")
    case .basis: Phrase("前期差错直接计入结转结余；仅记一账的一般凭证", "errors of prior years, vouchers in one book only")
    case .timing: Phrase("整理期内支付，预算列上年", "paid in the closing period, budget of the year before")
    case .entity: Phrase("受托机构专户的收支，未列预算；缴库时列收入", "money at the holder, in the budget only when remitted")
    case .presentation: Phrase("两表同按资金活动分列，无差异", "both are split by the same activities")
    case .cash: Phrase("国库和专户现金净增加", "net change in cash, treasury and holder")
    case .residual: .none
    }
  }
}
