/// What a column of a statement says, by the names that banks, treasuries and their programs give it.
enum StatementColumn: Int, CaseIterable {
  /// The day on which the line was booked; stands before the day of the transaction where both are given.
  case postingDay
  case day
  /// The day from which the money bears interest; that of the line where no other is given.
  case valueDay
  /// Out, as a bank's statement has it: a deposit is what the bank owes.
  case debit
  case credit
  /// Money out and in where the column itself says so.
  case paid
  case received
  case amount
  case direction
  case currency
  case balance
  /// On which side the balance stands, 借 or 贷, as a print of one's own account has it.
  case balanceSide
  /// Number of the account that the line is of, as lists of several accounts have it.
  case ownAccount
  case counterparty
  case counterpartyAccount
  /// Who paid and who was paid; the other side is the payer of money in and the payee of money out.
  case payer
  case payerAccount
  case payee
  case payeeAccount
  /// Number that the bank or treasury gave; there may be several.
  case number
  /// What it is about; there may be several.
  case text
  case unit
  case function
  case economic

  /// Names of the column, folded: no blanks, no brackets, small letters.
  var names: Set<String> {
    switch self {
    case .postingDay: ["记账日期", "记帐日期", "入账日期", "入帐日期", "记账日", "入账日", "会计日期", "bookingdate", "postingdate", "bookdate"]
    case .day:
      [
        "日期", "交易日期", "交易日", "交易时间", "业务日期", "发生日期", "支付日期", "清算日期", "受理日期", "付款日期", "划款日期", "支付令日期", "date",
        "transactiondate",
      ]
    case .valueDay: ["起息日", "起息日期", "计息日", "计息日期", "valuedate", "valueday"]
    case .debit, .credit, .paid, .received, .amount, .direction, .currency, .balance, .balanceSide: moneyNames
    case .ownAccount:
      ["账号", "帐号", "本方账号", "本方帐号", "我方账号", "我方帐号", "银行账号", "银行帐号", "查询账号", "查询帐号", "账户号", "账户账号", "accountnumber"]
    case .counterparty:
      [
        "对方", "对方户名", "对方名称", "对方账户名称", "对方帐户名称", "对方账户户名", "对方账户名", "对方帐户名", "对方账号名称", "对方账号户名", "对方单位", "对方单位名称", "对方客户名称", "对方姓名",
        "对方全称", "对手户名",
        "对手名称", "对手方名称", "对手方户名", "对手方", "交易对方", "交易对方名称", "交易对方户名", "交易对手", "交易对手名称", "交易对手户名", "交易对手方",
        "交易对手方名称", "收付款人", "收付款人名称", "收付款人户名", "收/付款人",
        "收/付款人名称", "收付方", "收付方名称", "收付方户名", "收/付方", "收/付方名称", "收/付方户名", "往来单位", "往来单位名称", "往来户名", "往来方",
        "往来方名称", "counterparty", "counterpartyname",
      ]
    case .counterpartyAccount:
      [
        "对方账号", "对方帐号", "对方账户", "对方帐户", "对方账户账号", "对方账户号", "对方卡号", "对手账号", "对手方账号", "对手方帐号", "交易对手账号", "交易对手帐号", "交易对手方账号",
        "交易对方账号", "收付款人账号", "收/付款人账号", "收付方账号", "收付方帐号", "收/付方账号", "往来账号",
        "往来帐号", "counterpartyaccount",
      ]
    case .payer, .payee:
      Self.names(of: self == .payer ? "付款" : "收款", ["人", "人名称", "人户名", "人全称", "人姓名", "方", "方名称", "方户名", "方全称", "单位", "单位名称", "户名", "账户名称"])
        .union(self == .payer ? ["payer", "payername", "payer'sname"] : ["payee", "payeename", "payee'sname"])
    case .payerAccount, .payeeAccount:
      Self.names(of: self == .payerAccount ? "付款" : "收款", ["人账号", "人帐号", "人账户", "方账号", "方帐号", "单位账号", "单位帐号", "账号", "帐号", "账户"])
        .union(self == .payerAccount ? ["payeraccount", "payer'saccount"] : ["payeeaccount", "payee'saccount"])
    case .number:
      [
        "流水号", "交易流水号", "交易流水", "银行流水号", "业务流水号", "核心流水号", "凭证号", "凭证号码", "凭证编号", "支付令号", "支付令编号", "支付凭证号",
        "支付凭证编号", "支付申请号", "拨款单号", "交易参考号", "票据号", "票据号码", "回单编号", "日志号", "交易编号", "明细编号",
        "账户明细编号-交易流水号", "账户明细编号", "企业流水号", "reference", "referencenumber", "serialnumber",
      ]
    case .text:
      [
        "摘要", "用途", "摘要/用途", "附言", "交易附言", "备注", "交易备注", "业务备注", "交易摘要", "交易用途", "业务摘要", "资金用途", "摘要内容", "摘要备注", "备注信息", "交易说明", "说明",
        "purpose", "remarks", "description", "memo", "remark", "summary",
      ]
    case .unit: ["预算单位", "预算单位名称", "基层预算单位"]
    case .function: ["功能科目", "功能分类", "功能分类科目", "支出功能分类", "支出功能分类科目", "功能科目编码", "功能分类编码"]
    case .economic:
      ["经济科目", "经济分类", "经济分类科目", "政府经济分类", "政府经济分类科目", "政府预算支出经济分类", "部门经济分类", "部门预算支出经济分类", "经济分类编码", "经济科目编码"]
    }
  }

  private static func names(of side: String, _ ends: [String]) -> Set<String> { Set(ends.map { side + $0 }) }

  /// The columns that hold the money of a line.
  static let amounts: [StatementColumn] = [.debit, .paid, .credit, .received, .amount]

  /// Whether several columns may say it, each a part of the whole.
  var isRepeatable: Bool {
    switch self {
    case .number, .text, .economic: true
    default: false
    }
  }
}
