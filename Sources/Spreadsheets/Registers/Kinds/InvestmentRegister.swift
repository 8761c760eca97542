import Portfolio

extension RegisterKind {
  /// 股权投资台账: a row is an investment, or an instalment of one, from the decision to the last valuation.
  static let investments = RegisterKind(
    "investments", "股权投资台账", ["投资台账", "投资项目台账", "股权投资", "项目台账", "投资明细"],
    summary: "A row for each investment or instalment: company, deal, decision, agreement, payment, registration, valuation.",
    summaryChinese: "一行一笔投资或一期出资：企业、项目、决策、签约认缴、实缴、登记、估值。",
    columns: [.number] + investmentNames + investmentDeal + investmentMoney + moneyBack + [.note, .key],
    slots: [
      RegisterSlot("holder-party", "party", when: ["holder"], [("name", ["holder"])], fixed: [("kind", "holder")], isWritten: false),
      RegisterSlot(
        "party", when: ["company"],
        [
          ("name", ["company"]), ("full", ["full-name"]), ("kind", ["party-kind"]), ("region", ["region"]),
          ("industry", ["industry"]), ("code", ["credit-code"]), ("stage", ["stage"]),
        ]),
      RegisterSlot(
        "deal", when: ["deal"],
        [
          ("date", ["deal-date", "decided-on", "signed-on", "paid-on", "registered-on", "valued-on", "refunded-on", "released-on"]),
          ("name", ["deal"]),
          ("party", ["company"]), ("programme", ["programme"]), ("holder", ["holder"]), ("method", ["method"]),
          ("instrument", ["instrument"]), ("term", ["term"]), ("accounting", ["accounting"]), ("target", ["target"]),
        ]),
      RegisterSlot(
        "decide", when: ["decided"],
        [
          ("date", ["decided-on", "signed-on", "paid-on"]), ("deal", ["deal"]), ("amount", ["decided"]),
          ("organ", ["organ"]), ("doc", ["decision-doc"]),
        ]),
      RegisterSlot(
        "commit", when: ["committed"],
        [
          ("date", ["signed-on", "decided-on", "paid-on"]), ("deal", ["deal"]), ("amount", ["committed"]),
          ("envelope", ["envelope"]), ("doc", ["agreement-doc", "doc"]),
        ]),
      RegisterSlot(
        "pay", when: ["paid"],
        [
          ("date", ["paid-on", "signed-on"]), ("deal", ["deal"]), ("amount", ["paid"]), ("envelope", ["envelope"]),
          ("share", ["share"]), ("funding", ["funding"]), ("cash", ["cash"]), ("last", ["last"]),
          ("doc", ["payment-doc", "doc"]), ("note", ["note"]), ("attachments", ["attachments"]),
        ]),
      RegisterSlot(
        "register", when: ["registered-on", "register-number"],
        [
          ("date", ["registered-on"]), ("deal", ["deal"]), ("number", ["register-number"]), ("authority", ["authority"]),
          ("largest", ["largest"]),
        ]),
      RegisterSlot(
        "refund", when: ["refunded"],
        [
          ("date", ["refunded-on"]), ("deal", ["deal"]), ("amount", ["refunded"]), ("envelope", ["envelope"]),
          ("share", ["share-after-refund"]), ("funding", ["funding"]), ("cash", ["cash"]), ("doc", ["refund-doc"]),
        ]),
      RegisterSlot(
        "release", when: ["released"],
        [
          ("date", ["released-on", "refunded-on"]), ("deal", ["deal"]), ("amount", ["released"]), ("envelope", ["released-envelope"]),
          ("doc", ["release-doc", "refund-doc"]),
        ]),
      RegisterSlot(
        "value", when: ["value"],
        [("date", ["valued-on"]), ("deal", ["deal"]), ("amount", ["value"]), ("basis", ["basis"])], isWritten: false,
        isSaidByZero: true),
    ],
    unread: [
      (["累计分红", "分红", "已分红", "分红收益", "累计分红金额", "dividends"], "dividends are recorded from their own register", "分红另由分红台账导入"),
      (
        ["收回本金", "本金收回", "收回收益", "收益收回", "已收回本金", "已退出金额", "principalback", "gainback"],
        "what came back is recorded from the register of exits", "收回款项另由退出台账导入"
      ),
      (
        ["登记股东", "登记股东名称", "工商登记股东", "registeredshareholder"],
        "who is registered need not be who holds for the treasury; the holder belongs in 持股机构", "登记股东不一定是受托持股机构；持股机构另列“持股机构”"
      ),
      (["账面余额", "账面价值", "期末余额", "投资余额", "carryingamount"], "the book computes it", "由账簿计算"),
      (["风险分类", "风险等级", "风险级别", "riskclass"], "a risk class belongs to a valuation: register valuations", "风险分类随估值记入：估值台账"),
      (["退出条款", "退出方式", "退出安排", "退出机制", "exitrule", "exitterms"], "record terms with bgt record terms", "退出条款用 bgt record terms 记入"),
      (["投后估值", "postmoney"], "a round's value belongs to its round: bgt record round", "投后估值随后续融资记入：bgt record round"),
    ],
    example: [
      "company": "力得", "full-name": "力得汽车科技股份有限公司", "industry": "C36", "region": "371500", "deal": "力得/A",
      "programme": "拨改投", "method": "委托投资", "holder": "聊城国投", "envelope": "2022/拨改投", "signed-on": "2022-06-01",
      "committed": "5000000", "paid-on": "2022-06-15", "paid": "5000000", "share": "8.5%", "payment-doc": "投决〔2022〕7号",
    ],
    telling: Set((investmentNames + investmentDeal + investmentMoney + moneyBack).map(\.name)).subtracting(common), defaulted: ["funding"])

  /// Columns that sums of payments, money of others and lists of companies have too.
  private static let common: Set<String> = [
    "company", "full-name", "credit-code", "party-kind", "region", "industry", "stage", "deal", "round", "paid-on", "paid", "valued-on",
    "value", "basis", "attachments",
  ]

  private static let investmentNames: [RegisterColumn] = [
    .company, .full, .creditCode,
    RegisterColumn(
      "party-kind", "单位类型", ["企业类型", "类型", "单位性质", "partykind"], "what the party is; a company when empty", "单位类型，缺省为企业"),
    RegisterColumn("region", "区划", ["行政区划", "所在地", "注册地", "区县", "所属区县", "地区"], "code of the region", "行政区划代码，如 371500"),
    RegisterColumn("industry", "行业", ["所属行业", "行业代码", "行业分类"], "code of the industry, as C36", "国民经济行业代码，如 C36"),
    RegisterColumn("stage", "发展阶段", ["企业阶段", "所处阶段", "投资阶段", "阶段"], "stage of the company's life", "企业发展阶段"),
  ]

  private static let investmentDeal: [RegisterColumn] = [
    .deal, .round,
    RegisterColumn(
      "deal-date", "立项日期", ["项目日期", "dealdate"], "day of the deal; the first of the row's days when empty", "项目设立日期，缺省为本行最早日期"),
    .programme,
    RegisterColumn("holder", "持股机构", ["持股平台", "受托机构", "受托管理机构", "出资主体", "出资人"], "who holds the shares", "受托持股机构"),
    RegisterColumn("method", "投资方式", ["出资方式", "投资模式"], "one of the four methods", "直接注资、直接投资、注资引导投资、委托投资之一"),
    RegisterColumn("instrument", "投资工具", ["股权类型", "工具"], "what is bought", "普通股、优先股、可转债、合伙份额之一"),
    RegisterColumn("term", "期限", ["投资期限", "持股期限", "约定期限"], "agreed term, as 5y", "约定期限，如 5年"),
    RegisterColumn("accounting", "核算方法", ["会计核算方法", "核算方式"], "equity or cost method", "权益法或成本法"),
    RegisterColumn("target", "计划规模", ["计划总投资", "项目总投资", "基金规模", "总规模"], "planned size of the round or fund", "本轮或基金的计划总规模"),
  ]

  private static let investmentMoney: [RegisterColumn] = [
    RegisterColumn("decided-on", "决策日期", ["决策时间", "批准日期", "审批日期"], "day of the decision", "决策日期"),
    RegisterColumn("decided", "决策金额", ["计划投资额", "拟投资金额", "批准金额", "计划投资金额"], "amount decided", "决策金额"),
    RegisterColumn("organ", "决策机构", ["审批机构", "批准机构"], "who decided", "决策机构"),
    RegisterColumn("decision-doc", "决策文号", ["决策文件", "批准文号", "批复文号"], "document of the decision", "决策文件文号"),
    RegisterColumn("signed-on", "签约日期", ["协议日期", "签订日期", "协议签订日期", "签约时间", "投资协议签订时间", "认缴日期", "签署日期"], "day of the agreement", "协议签订日期"),
    RegisterColumn(
      "committed", "认缴金额", ["认缴", "认缴出资", "认缴出资额", "认缴额", "协议金额", "协议投资额", "约定投资额", "commitment"], "amount committed", "认缴金额"),
    RegisterColumn("agreement-doc", "协议文号", ["协议编号", "协议号", "投资协议", "合同编号"], "number of the agreement", "协议编号"),
    RegisterColumn(
      "paid-on", "出资日期", ["实缴日期", "拨付日期", "付款日期", "出资时间", "投资时间", "投资日期", "到位时间", "支付日期", "拨付时间"], "day of the payment", "实缴日期"),
    RegisterColumn(
      "paid", "实缴金额", ["实缴", "实缴出资", "实缴出资额", "实缴额", "出资金额", "投资金额", "投资额", "拨付金额", "已拨付金额", "实际出资", "到位金额", "到位资金", "payment"],
      "amount paid",
      "实缴金额"),
    RegisterColumn("last", "末期", ["是否末期"], "yes for the last instalment", "最后一期填 是"),
    RegisterColumn("share", "持股比例", ["股权比例", "占股比例", "出资比例", "持股", "占比"], "share held after the payment", "出资后的持股比例"),
    .envelope, .year,
    RegisterColumn("funding", "资金来源", ["资金性质"], "fresh or recycled money", "预算或滚动"),
    .cash,
    RegisterColumn("payment-doc", "付款文号", ["拨款文号", "拨付文号", "付款凭证", "资金文号"], "document of the payment", "付款或拨款文号"),
    .document, .attachments,
    RegisterColumn("registered-on", "登记日期", ["工商登记日期", "登记时间", "产权登记日期", "变更登记日期"], "day of the registration", "登记日期"),
    RegisterColumn("register-number", "登记号", ["登记编号", "产权登记号"], "number in the register", "登记编号"),
    RegisterColumn("authority", "登记机关", ["登记机构"], "who keeps the register", "登记机关"),
    RegisterColumn("largest", "他方最大持股", ["第一大股东持股比例"], "largest share of another holder", "其他股东中最大的持股比例"),
    RegisterColumn("valued-on", "估值日期", ["评估日期", "估值时间", "最近估值日期"], "day of the valuation", "估值日期"),
    RegisterColumn("value", "最近估值", ["估值", "评估值", "最新估值", "估值金额", "valuation"], "value of what is held", "所持股权的估值"),
    RegisterColumn("basis", "估值依据", ["评估方法", "估值方法"], "how it was valued", "估值依据"),
  ]

  /// Money that comes back in the year of its payment because the deal is cancelled, and what is given up of a commitment.
  private static let moneyBack: [RegisterColumn] = [
    RegisterColumn(
      "refunded-on", "退款日期", ["退回日期", "退款时间", "退回时间"], "day on which money came back in the year of its payment", "当年退回出资的日期"),
    RegisterColumn(
      "refunded", "退款金额", ["退回金额", "退款", "退回出资", "退回出资额", "refund"], "amount that came back; the quota lives again",
      "当年退回的出资，指标恢复可用"),
    RegisterColumn("share-after-refund", "退款后持股比例", ["退回后持股比例"], "share held after it", "退款后的持股比例"),
    RegisterColumn("refund-doc", "退款文号", ["退回文号", "退款依据", "解除协议"], "document of the refund", "退款依据的文号"),
    RegisterColumn("released-on", "解除日期", ["解除认缴日期"], "day on which a commitment was given up", "解除认缴的日期"),
    RegisterColumn("released", "解除认缴金额", ["解除认缴", "解除金额", "release"], "what is given up of a commitment", "解除的认缴金额"),
    RegisterColumn("released-envelope", "解除指标", [], "envelope that held it, when several do", "预留该认缴的指标，有几项时填写"),
    RegisterColumn("release-doc", "解除文号", ["解除依据"], "document of the release", "解除认缴的依据文号"),
  ]
}
