/// Fields that the kinds of events about a yearly plan share.
extension Field {
  static let plannedProject = Field("project", "计划项目", .text, "name of the project in the plan", "计划中的项目名称").positional
  static let planYear = Field(
    "year", "计划年度", .year, "year of the plan; that of the day when absent", "计划所属年度，缺省为事项日期的年度")
  static let plannedParty = Field(
    "party", "拟投单位", .name(.party), "company or fund that is to be invested in; absent while it is open", "拟投企业或基金，未定时不填")
  static let plannedMethod = Field(
    "method", "投资方式", .choice(Deal.Method.allCases.map { Choice($0.rawValue, $0.chinese) }), "one of the four methods", "四种投资方式之一")
  static let plannedFunding = Field(
    "funding", "资金来源", .choice(PlannedProject.Funding.allCases.map { Choice($0.rawValue, $0.chinese) }),
    "fresh budget money, money carried over, or recovered money", "新增预算、结转或滚动资金")
  static let plannedShare = Field("share", "拟持股比例", .rate, "share that is to be held", "拟持股比例")
  static let decideBy = Field("decide-by", "拟决策日期", .day, "day by which the decision is to be made", "拟作出决策的日期")
  static let expectedLeverage = Field(
    "leverage", "预期放大倍数", .multiple, "money of others expected for each yuan of ours, as 3 or 300% (M1)", "预期放大倍数（M1，他方资金与我方之比），如 3 或 300%")
  static let dealOfPlan = Field("deal", "投资项目", .name(.deal), "deal that came of it", "由此形成的投资项目")
}
