extension PolicyRule {
  /// The Chinese name shown to people.
  public var chinese: String {
    switch self {
    case .shareCap: "持股比例上限"
    case .fundShareCap: "基金份额上限"
    case .largestHolder: "国有第一大股东"
    case .governmentShareCap: "财政合计上限"
    case .ticketCap: "单笔投资上限"
    case .termCap: "期限上限"
    case .companyConcentration: "企业集中度"
    case .holderConcentration: "受托机构集中度"
    case .industryConcentration: "行业集中度"
    case .idleAtHolder: "专户资金闲置"
    case .idleAtFund: "基金资金闲置"
    case .fundSetup: "基金逾期未设立"
    case .fundFirstInvestment: "基金逾期未投资"
    case .termEnding: "期限将满"
    case .termOver: "基金期限已满"
    case .buybackDue: "回购到期"
    case .dividendOverdue: "应收股利逾期"
    case .registration: "逾期未登记"
    case .registryUpdate: "年度登记未更新"
    case .noTerm: "未约定期限"
    case .grantClass: "误列补助支出"
    case .missingDocument: "缺少依据文件"
    case .duplicateParty: "单位疑似重复"
    case .creditCode: "信用代码不符"
    case .earlyStage: "投早投小不足"
    case .fundOverinvested: "基金投出超过实缴"
    case .duplicateContribution: "他方资金疑似重复"
    case .refundedCommitted: "退回未解除认缴"
    case .offField: "投向不符"
    }
  }

  /// The English name shown to people.
  public var english: String {
    switch self {
    case .shareCap: "share cap"
    case .fundShareCap: "fund share"
    case .largestHolder: "largest holder"
    case .governmentShareCap: "all tiers"
    case .ticketCap: "ticket size"
    case .termCap: "term cap"
    case .companyConcentration: "one company"
    case .holderConcentration: "one holder"
    case .industryConcentration: "one industry"
    case .idleAtHolder: "idle, holder"
    case .idleAtFund: "idle, fund"
    case .fundSetup: "fund set-up"
    case .fundFirstInvestment: "fund waiting"
    case .termEnding: "term ending"
    case .termOver: "term over"
    case .buybackDue: "buy-back"
    case .dividendOverdue: "dividend due"
    case .registration: "registration"
    case .registryUpdate: "registry year"
    case .noTerm: "no term"
    case .grantClass: "grant class"
    case .missingDocument: "no document"
    case .duplicateParty: "duplicate"
    case .creditCode: "credit code"
    case .earlyStage: "early stage"
    case .fundOverinvested: "fund overspent"
    case .duplicateContribution: "same money?"
    case .refundedCommitted: "not released"
    case .offField: "off field"
    }
  }

  /// What the parameter of the rule bounds, in Chinese; empty for a rule without one.
  public var parameterChinese: String {
    switch self {
    case .shareCap, .fundShareCap, .governmentShareCap: "持有比例不超过"
    case .companyConcentration, .holderConcentration, .industryConcentration: "占在投成本不超过"
    case .ticketCap: "单个项目累计不超过"
    case .termCap: "约定期限不超过"
    case .termEnding: "提前提示"
    case .idleAtHolder, .idleAtFund: "停留不超过"
    case .fundSetup: "批准后"
    case .fundFirstInvestment: "实缴后"
    case .dividendOverdue: "宣告后（未约定应付日的）"
    case .registration: "签约后工作日"
    case .registryUpdate: "年度终了后"
    case .grantClass: "不得列支的经济分类"
    case .offField: "可投行业（!为不可投）"
    case .earlyStage: "不低于；计入的阶段"
    default: ""
    }
  }
}
