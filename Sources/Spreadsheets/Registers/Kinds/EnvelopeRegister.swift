import Portfolio

extension RegisterKind {
  /// 预算指标台账: a row is a document about an envelope; what it does is said by 事项, or by the columns of its amounts.
  static let envelopes = RegisterKind(
    "envelopes", "预算指标台账", ["指标台账", "预算台账", "额度台账", "指标文件"],
    summary: "A row for each budget document: what it does to an envelope, or one column for each thing that it does.",
    summaryChinese: "一行一个预算文件：以“事项”注明批复、下达、追加等，或按金额分列。",
    columns: [
      .number, .year, .programme, .envelope,
      RegisterColumn(
        "what", "事项", ["业务类型", "指标类型", "指标事项", "调整事项", "调整类型", "变动类型"],
        type: .choice(words.map { Choice($0.0, $0.1) }), "what the document does; budget when empty", "文件所办事项，缺省为预算（批复并下达）"),
      RegisterColumn("date", "日期", ["发文日期", "下达日期", "文件日期", "办理日期", "时间"], "day of the document", "发文日期"),
      RegisterColumn("amount", "金额", ["指标金额", "预算数", "年初预算", "预算金额", "下达金额"], "amount", "金额"),
      RegisterColumn(
        "doc", "文号", ["指标文号", "发文文号", "依据", "依据文件", "文件号", "批文号", "document", "reference"],
        "document behind the row", "依据文件的文号"),
      RegisterColumn("raised", "追加金额", ["追加", "预算追加", "调增"], "amount by which it is raised", "追加金额"),
      RegisterColumn("cut", "追减金额", ["追减", "预算追减", "调减"], "amount by which it is cut", "追减金额"),
      RegisterColumn("lapsed", "收回金额", ["收回", "收回指标"], "amount taken back", "收回金额"),
      RegisterColumn("to", "转入指标", ["调入指标", "结转至", "目标指标"], "envelope that a transfer or carry-over goes to", "调剂或结转的转入指标"),
      RegisterColumn("deal-of-carry", "结转项目", [], "deal whose reservation is carried over", "随之结转预留额的投资项目"),
      RegisterColumn("nature", "资金性质", [], "which of the three budgets", "一般公共预算、政府性基金、国有资本经营"),
      RegisterColumn("function", "功能分类", ["支出功能分类", "功能科目"], "functional class code", "支出功能分类代码"),
      RegisterColumn("economic", "经济分类", ["政府经济分类", "政府预算支出经济分类"], "government economic class code", "政府预算支出经济分类代码"),
      RegisterColumn("department-economic", "部门经济分类", ["部门预算支出经济分类"], "department economic class code", "部门预算支出经济分类代码"),
      RegisterColumn("project", "项目代码", [], "code of the project in the budget system", "预算管理一体化系统中的项目代码"),
      RegisterColumn("department", "主管部门", [], "department that answers for the money", "主管部门"),
      RegisterColumn("source", "来源", ["资金来源", "资金级次", "级次"], "whose money it is", "资金来源，缺省为本级"),
      .attachments, .note, .key,
    ],
    slots: [
      RegisterSlot("programme", when: ["programme"], [("name", ["programme"]), ("from", ["programme-from"])], isWritten: false)
    ] + words.map { envelopeSlot($0.0, [$0.0, $0.1]) } + [
      envelopeSlot("raised", "raise", amount: "raised"), envelopeSlot("cut-column", "cut", amount: "cut"),
      envelopeSlot("lapsed", "lapse", amount: "lapsed"),
    ],
    unread: [
      (["已支付", "支付金额", "已执行", "执行数", "执行率", "结余", "余额", "可执行指标", "balance"], "the book computes it", "由账簿计算"),
      (["文件标题", "文件名称", "标题"], "keep the title in 备注", "标题可写入备注"),
      (["源指标", "可执行标志", "指标级次"], "no event says it; keep it in 备注", "没有对应事项，可写入备注"),
    ],
    example: [
      "year": "2022", "programme": "拨改投", "what": "预算", "date": "2022-01-20", "amount": "100000000", "doc": "聊财指〔2022〕15号",
      "function": "2150517", "economic": "50803", "nature": "一般公共预算",
    ],
    defaulted: ["what"])

  private static let words: [(String, String)] = [
    ("budget", "预算"), ("approve", "批复"), ("issue", "下达"), ("transfer", "调剂"), ("raise", "追加"), ("cut", "追减"),
    ("freeze", "冻结"), ("unfreeze", "解冻"), ("carry", "结转"), ("lapse", "收回"),
  ]

  /// What the column 事项 chooses.
  private static func envelopeSlot(_ kind: String, _ words: [String]) -> RegisterSlot {
    RegisterSlot(
      kind, when: ["amount"], envelopeSources("amount"), chosenBy: (column: "what", words: words),
      addsUp: ["budget", "approve", "issue", "raise"].contains(kind))
  }

  /// What a column of its own says.
  private static func envelopeSlot(_ name: String, _ kind: String, amount: String) -> RegisterSlot {
    RegisterSlot(name, kind, when: [amount], envelopeSources(amount), isWritten: false)
  }

  private static func envelopeSources(_ amount: String) -> [(String, [String])] {
    let same = [
      "to", "nature", "function", "economic", "department-economic", "project", "department", "source", "doc", "note", "attachments",
    ]
    return [("date", ["date"]), ("envelope", ["envelope"]), ("amount", [amount]), ("deal", ["deal-of-carry"])] + same.map { ($0, [$0]) }
  }
}
