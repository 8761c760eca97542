extension PolicyRule {
  /// The Chinese name shown to people.
  public var chinese: String {
    switch self {
    case .shareCap: "持股比例上限"
    case .fundShareCap: "基金出资比例上限"
    case .largestHolder: "国有股不得为第一大股东"
    case .governmentShareCap: "各级财政合计上限"
    case .ticketCap: "单笔投资上限"
    case .termCap: "期限上限"
    case .companyConcentration: "单一企业集中度"
    case .holderConcentration: "单一受托机构集中度"
    case .industryConcentration: "单一行业集中度"
    case .idleAtHolder: "受托机构资金闲置"
    case .idleAtFund: "基金资金闲置"
    case .fundSetup: "基金逾期未设立"
    case .fundFirstInvestment: "基金逾期未投资"
    case .termEnding: "期限将满"
    case .termOver: "基金期限已满"
    case .buybackDue: "回购退出到期"
    case .dividendOverdue: "应收股利逾期"
    case .registration: "逾期未登记"
    case .registryUpdate: "年度登记未更新"
    case .noTerm: "未约定期限"
    case .grantClass: "经济分类列为补助"
    case .missingDocument: "缺少依据文件"
    case .duplicateParty: "单位疑似重复"
    case .creditCode: "信用代码校验不符"
    case .earlyStage: "投早投小不足"
    }
  }

  /// The English name shown to people.
  public var english: String {
    switch self {
    case .shareCap: "share held, cap"
    case .fundShareCap: "share of a fund, cap"
    case .largestHolder: "state not the largest holder"
    case .governmentShareCap: "all tiers of government, cap"
    case .ticketCap: "single investment, cap"
    case .termCap: "term, cap"
    case .companyConcentration: "money in one company"
    case .holderConcentration: "money with one holder"
    case .industryConcentration: "money in one industry"
    case .idleAtHolder: "idle money at the holder"
    case .idleAtFund: "idle money at the fund"
    case .fundSetup: "fund not set up in time"
    case .fundFirstInvestment: "fund not investing in time"
    case .termEnding: "term ending"
    case .termOver: "term of the fund over"
    case .buybackDue: "buy-back due"
    case .dividendOverdue: "dividend overdue"
    case .registration: "not registered in time"
    case .registryUpdate: "yearly registry update missing"
    case .noTerm: "no fixed term"
    case .grantClass: "equity classed as a grant"
    case .missingDocument: "document missing"
    case .duplicateParty: "party recorded twice"
    case .creditCode: "credit code fails its check"
    case .earlyStage: "too little early-stage"
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
    case .earlyStage: "不低于；计入的阶段"
    default: ""
    }
  }
}
