import Portfolio

extension RegisterKind {
  /// 年度投资计划: a row is a project of the plan of a year.
  static let plans = RegisterKind(
    "plans", "年度投资计划", ["投资计划", "投资计划表", "年度投资计划表", "投资计划台账", "拟投项目清单"],
    summary: "A row for each project of the yearly plan of investments, and for each change of it.",
    summaryChinese: "一行一个列入年度投资计划的项目，或对其的一次调整、撤销。",
    columns: [
      .number,
      RegisterColumn(
        "what", "事项", ["计划事项", "调整类型", "变动类型"], type: .choice(words.map { Choice($0.0, $0.1) }),
        "whether the row plans, changes or withdraws a project; it plans when empty", "列入计划、调整或撤销，缺省为列入计划"),
      RegisterColumn("year", "计划年度", ["年度", "年份", "planyear"], "year of the plan; that of the day when empty", "计划所属年度，缺省为计划日期的年度"),
      .programme,
      RegisterColumn(
        "project", "计划项目", ["拟投项目", "计划项目名称", "拟投项目名称", "项目名称", "plannedproject"], "project of the plan", "计划中的项目名称"),
      RegisterColumn(
        "company", "拟投单位", ["拟投企业", "拟投资企业", "企业", "企业简称", "企业名称", "被投单位", "被投企业", "investee"], type: .text,
        "company or fund that is to be invested in", "拟投企业或基金，未定时不填"),
      RegisterColumn("party-kind", "单位类型", ["企业类型", "类型"], "what the party is; a company when empty", "单位类型，缺省为企业"),
      RegisterColumn("region", "区划", ["行政区划", "所在地", "区县"], "code of the region", "行政区划代码，如 371500"),
      RegisterColumn("industry", "行业", ["所属行业", "行业代码"], "code of the industry, as C36", "国民经济行业代码，如 C36"),
      RegisterColumn(
        "amount", "计划金额", ["计划投资额", "计划投资金额", "计划数", "拟投金额", "拟投资金额", "计划出资", "planned", "plannedamount"],
        "planned amount", "计划金额"),
      RegisterColumn("method", "投资方式", ["方式", "出资方式"], "one of the four methods", "四种投资方式之一"),
      RegisterColumn("funding", "资金来源", ["来源", "资金安排"], "fresh, carried or recycled money", "预算、结转或滚动"),
      RegisterColumn("share", "拟持股比例", ["持股比例", "拟占股比", "股权比例"], "share that is to be held", "拟持股比例"),
      RegisterColumn("decide-by", "拟决策日期", ["计划决策日期", "决策日期", "拟决策时间"], "day by which it is to be decided", "拟作出决策的日期"),
      RegisterColumn(
        "leverage", "预期放大倍数", ["预计放大倍数", "放大倍数", "预期撬动倍数", "撬动倍数", "expectedleverage"],
        "money of others expected for each yuan of ours", "预期他方资金与我方之比"),
      RegisterColumn("date", "计划日期", ["编制日期", "下达日期", "批准日期"], "day of the plan", "计划下达或编制的日期"),
      // Not named deal: which deal came of a plan does not follow from its company.
      RegisterColumn("resulting-deal", "形成的投资项目", ["投资项目", "对应投资项目"], "deal that came of it", "由此形成的投资项目"),
      RegisterColumn("reason", "撤销原因", ["原因", "撤销理由"], "why a project is withdrawn", "撤销原因"),
      .document, .attachments, .note, .key,
    ],
    slots: [
      RegisterSlot(
        "party", when: ["company"],
        [("name", ["company"]), ("kind", ["party-kind"]), ("region", ["region"]), ("industry", ["industry"])], isWritten: false),
      RegisterSlot(
        "plan", when: ["amount"], planSources + [("programme", ["programme"])],
        chosenBy: (column: "what", words: ["plan", "计划", "列入", "列入计划"])),
      // A change may leave the amount alone, and a row that says 调整 means something even when it says nothing more.
      RegisterSlot(
        "plan-change", when: ["date", "project"], planSources, chosenBy: (column: "what", words: ["plan-change", "change", "变更", "调整"]),
        addsUp: false),
      RegisterSlot(
        "plan-withdraw", when: ["date", "project"],
        [
          ("date", ["date"]), ("project", ["project"]), ("year", ["year"]), ("reason", ["reason"]), ("doc", ["doc"]), ("note", ["note"]),
          ("attachments", ["attachments"]),
        ],
        chosenBy: (column: "what", words: ["plan-withdraw", "withdraw", "撤销"]), addsUp: false),
    ],
    unread: [
      (["已决策", "已签约", "已出资", "完成金额", "完成率", "差额", "实际放大倍数"], "the book computes it: bgt plan", "由账簿计算：bgt plan")
    ],
    example: [
      "year": "2022", "programme": "拨改投", "project": "制动器生产线", "company": "力得", "amount": "5000000", "method": "直接投资",
      "funding": "预算", "share": "8.5%", "decide-by": "2022-05-31", "leverage": "3", "date": "2022-01-10",
    ],
    defaulted: ["what"])

  private static let words = [("plan", "计划"), ("plan-change", "调整"), ("plan-withdraw", "撤销")]

  /// What a project of the plan and a change of one are filled from.
  private static let planSources: [(String, [String])] = [
    ("date", ["date"]), ("project", ["project"]), ("amount", ["amount"]), ("year", ["year"]), ("party", ["company"]),
    ("method", ["method"]), ("funding", ["funding"]), ("share", ["share"]), ("decide-by", ["decide-by"]),
    ("leverage", ["leverage"]), ("deal", ["resulting-deal"]), ("doc", ["doc"]), ("note", ["note"]), ("attachments", ["attachments"]),
  ]
}
