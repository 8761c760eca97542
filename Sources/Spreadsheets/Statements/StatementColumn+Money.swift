extension StatementColumn {
  /// Names of the columns of amounts and balances and of what is said of them, folded; none for any other.
  var moneyNames: Set<String> {
    switch self {
    case .debit: ["借方发生额", "借方金额", "借方", "借", "借记金额", "借方发生", "发生额借方", "金额借方", "debit", "debitamount"]
    case .credit: ["贷方发生额", "贷方金额", "贷方", "贷", "贷记金额", "贷方发生", "发生额贷方", "金额贷方", "credit", "creditamount"]
    case .paid:
      Self.sided(["支出", "付出", "付款", "支取", "转出", "支付"]).union([
        "支出额", "付出额", "转出额", "付方金额", "出账金额", "借方出账", "支付令金额", "withdrawal", "withdrawals", "withdrawalamount", "paidout", "moneyout", "out",
      ])
    case .received:
      Self.sided(["收入", "存入", "收款", "转入"]).union([
        "收入额", "存入额", "转入额", "收方金额", "入账金额", "贷方入账", "deposit", "deposits", "depositamount", "paidin", "moneyin", "in",
      ])
    case .amount:
      ["金额", "交易金额", "发生额", "交易额", "交易发生额", "本次发生额", "拨款金额", "amount", "transactionamount", "tradeamount"]
    case .direction:
      [
        "借贷标志", "借贷标识", "借贷方向", "借/贷", "借贷", "收支标志", "收支标识", "收支类型", "收支方向", "收支", "收/付", "收付标志", "收付", "方向", "交易方向", "借贷标记", "借贷别", "d/c",
        "dc", "dr/cr", "debit/credit",
      ]
    case .currency:
      [
        "币种", "币别", "币制", "货币", "货币种类", "货币名称", "币种名称", "币种代码", "交易币种", "交易币别", "交易货币", "记账币种", "记账货币", "账户币种", "账户币别",
        "账户货币", "帐户币种", "货币代码", "currency", "ccy", "currencycode", "tradecurrency", "transactioncurrency", "accountcurrency",
      ]
    case .balance:
      [
        "余额", "账户余额", "帐户余额", "账面余额", "本次余额", "交易后余额", "当前余额", "结余", "联机余额", "balance", "runningbalance", "after-transactionbalance",
        "accountbalance",
      ]
    case .balanceSide: ["余额方向", "借或贷", "余额借贷方向", "余额借贷标志", "余额借贷"]
    default: []
    }
  }

  /// Words for payments that came back.
  static let returnedWords = ["退回", "退款", "退汇", "退票", "冲正", "冲销", "冲回"]

  /// Names of columns of payments that came back, folded: what they hold is money in beside what was paid.
  static let returnedNames: Set<String> = {
    let forms = returnedWords.flatMap { word in ["", "额", "金额", "发生额"].map { word + $0 } }
    return Set(forms + ["refund", "refunds", "refundamount", "returned", "amountreturned"])
  }()

  /// Columns that say by a word which way money went, beside 借方 or 贷方 too: 支出, 支出金额, 借方支出, 支出发生额.
  private static func sided(_ words: [String]) -> Set<String> {
    let forms = ["", "金额", "发生额", "借方", "贷方"]
    return Set(words.flatMap { word in forms.map { word + $0 } } + words.flatMap { word in ["借方", "贷方"].map { $0 + word } })
  }
}
