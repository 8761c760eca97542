import LedgerCore
import ReportDocument

extension SurplusLine {
  /// Why the two results differ by the line.
  var reason: Phrase {
    switch self {
    case .results: Phrase("被投单位损益按比例入账，未收到现金", "our share of results, no money received")
    case .dividendsDeclared: Phrase("宣告时确认收益，收到时列预算收入", "income when declared, budget income when received")
    case .disposals: Phrase("价款留在受托机构或未收回，缴库前不列预算", "the money is at the holder or never came")
    case .reserveReleased: Phrase("退出或核销时转出，不涉及资金", "released on exit or write-off, no money")
    case .writtenOff: Phrase("冲减账面余额，不涉及资金", "lowers the carrying amount, no money")
    case .interest: Phrase("到账时确认收入，缴库时列预算收入", "income when received, budget income when remitted")
    case .principalBack: Phrase("价款全额列预算收入，收入只有处置损益", "proceeds are budget income, revenue is the gain alone")
    case .dividendsReceived: Phrase("列预算收入，冲减应收股利", "budget income, settles what was receivable")
    case .remitted: Phrase("列预算收入，专户资金转入国库", "budget income, money moves from the holder")
    case .equityPaid: Phrase("列预算支出，形成股权投资", "budget outlay, becomes an asset")
    case .equityRefunded: Phrase("冲减预算支出和股权投资", "takes back outlay and asset")
    case .holderFees: Phrase("确认费用，由留存资金支付", "expense, paid out of money at the holder")
    case .fees: Phrase("同时列费用和预算支出", "expense and outlay alike")
    case .closingPeriod: Phrase("预算列上年，费用列支付年", "budget of the year before, expense of the year of payment")
    case .corrections: Phrase("以前年度差错，不计入本年", "errors of prior years, no part of this one")
    case .handovers: Phrase("对应累计盈余，不涉及资金", "against accumulated surplus, no money")
    case .others: Phrase("规则另有规定的事项", "what the rules post otherwise")
    case .plainFiscal: Phrase("凭证未记预算会计", "no entry in the budget book")
    case .plainBudget: Phrase("凭证未记财务会计", "no entry in the fiscal book")
    case .plainBoth: Phrase("同一凭证两账收支不等", "one voucher, different results")
    case .switchOver: Phrase("新旧科目表余额转换", "balances moved from one chart to another")
    }
  }
}
