import Portfolio

extension RegisterKind {
  /// 退出台账: a row is a sale of all or part of a holding, and its money on the way to the treasury.
  static let exits = RegisterKind(
    "exits", "退出台账", ["股权退出台账", "退出明细", "项目退出台账"],
    summary: "A row for each exit: how, what was received, what was due by the terms, what was remitted to the treasury.",
    summaryChinese: "一行一次退出：方式、收回价款、应得价款、缴库。",
    columns: [.number] + RegisterColumn.naming + [
      RegisterColumn("date", "退出日期", ["日期", "退出时间", "转让日期", "收款日期"], "day of the exit", "退出日期"),
      RegisterColumn("way", "退出方式", ["方式", "退出途径"], "how it was left", "退出方式"),
      RegisterColumn("amount", "退出价款", ["退出金额", "收回金额", "转让价款", "退出收入", "收回价款", "金额", "proceeds"], "amount received", "收回的价款"),
      RegisterColumn("part", "退出比例", ["转让比例", "占所持比例"], "part of what is held; all when empty", "占所持部分的比例，缺省为全部"),
      RegisterColumn("due", "应得价款", ["应收价款", "约定价款", "按公式应得"], "price due by the terms", "按条款应得的价款"),
      .cash,
      RegisterColumn("share", "退出后持股比例", ["剩余持股比例", "持股比例"], "share held after it", "退出后的持股比例"),
      RegisterColumn("nature", "资金性质", ["预算性质"], "budget that the income belongs to", "收入所属预算"),
      RegisterColumn("cost", "成本结转", ["成本结转方法"], "how the cost is relieved", "成本结转方法"),
      RegisterColumn("override", "例外理由", [], "why principal may be given up", "让利触及本金的理由"),
      RegisterColumn("authorised", "授权人", [], "who authorised it", "授权人"),
      .document,
      RegisterColumn("remitted-on", "缴库日期", ["上缴日期", "缴款日期"], "day on which it was remitted", "缴库日期"),
      RegisterColumn("remitted", "缴库金额", ["上缴金额", "缴款金额", "上缴国库金额"], "amount remitted to the treasury", "缴库金额"),
      RegisterColumn("class", "缴库科目", ["收入科目", "缴库类别"], "class of the remittance", "缴库收入类别"),
      .programme,
      RegisterColumn("remittance-doc", "缴款书号", ["缴款书", "缴库文号"], "document of the remittance", "缴款书号"),
      RegisterColumn(
        "recycled-on", "滚动使用日期", ["批准滚动日期", "滚动日期"], "day on which recovered money was set free for new investments", "批准收回资金滚动使用的日期"),
      RegisterColumn(
        "recycled", "滚动使用金额", ["滚动金额", "转滚动使用", "滚动使用", "recycle"], "recovered money set free for new investments", "收回资金中批准滚动使用的金额"),
      RegisterColumn("recycle-doc", "滚动使用文号", ["滚动文号"], "document that allows it", "批准滚动使用的文号"),
      RegisterColumn("written-off-on", "核销日期", ["核销时间"], "day on which a holding was written off", "核销股权投资的日期"),
      RegisterColumn("finding", "核销认定", ["容错认定", "核销理由", "核销依据"], "finding on which it was written off", "核销的认定（如容错认定）"),
      RegisterColumn("write-off-doc", "核销文号", ["核销批文"], "document of the write-off", "批准核销的文号"),
      RegisterColumn("recovered-on", "核销收回日期", ["追回日期"], "day on which money came back after a write-off", "核销后收回资金的日期"),
      RegisterColumn(
        "recovered", "核销收回金额", ["核销后收回", "追回金额", "recover"], "money that came back of what was written off", "已核销股权投资收回的资金"),
      RegisterColumn("recovery-doc", "核销收回文号", ["追回文号"], "document of that money", "核销后收回资金的依据文号"),
      .attachments, .note, .key,
    ],
    slots: [
      RegisterSlot(
        "exit", when: ["amount"],
        [
          ("date", ["date"]), ("deal", ["deal"]), ("amount", ["amount"]), ("part", ["part"]), ("way", ["way"]), ("due", ["due"]),
          ("cash", ["cash"]), ("share", ["share"]), ("nature", ["nature"]), ("cost", ["cost"]), ("override", ["override"]),
          ("authorised", ["authorised"]), ("doc", ["doc"]), ("attachments", ["attachments"]), ("note", ["note"]),
        ], isSaidByZero: true),
      RegisterSlot(
        "remit", when: ["remitted"],
        [
          ("date", ["remitted-on"]), ("programme", ["programme"]), ("amount", ["remitted"]), ("deal", ["deal"]),
          ("class", ["class"]), ("doc", ["remittance-doc"]),
        ]),
      RegisterSlot(
        "recycle", when: ["recycled"],
        [
          ("date", ["recycled-on"]), ("programme", ["programme"]), ("amount", ["recycled"]), ("deal", ["deal"]), ("doc", ["recycle-doc"]),
        ]),
      RegisterSlot(
        "writeoff", when: ["written-off-on"],
        [("date", ["written-off-on"]), ("deal", ["deal"]), ("part", ["part"]), ("finding", ["finding"]), ("doc", ["write-off-doc"])]),
      RegisterSlot(
        "recover", when: ["recovered"],
        [
          ("date", ["recovered-on"]), ("deal", ["deal"]), ("amount", ["recovered"]), ("cash", ["cash"]), ("nature", ["nature"]),
          ("doc", ["recovery-doc"]),
        ]),
    ],
    unread: [
      (["投资本金", "本金", "投资成本", "持有年限", "持有期", "让利额", "让利金额", "principal"], "the book computes it", "由账簿计算"),
      (["评估值", "估值", "valuation"], "valuations are recorded from their own register", "估值另由估值台账导入"),
    ],
    example: [
      "deal": "力得/A", "date": "2025-06-20", "way": "回购", "amount": "6800000", "part": "100%", "due": "6387500", "cash": "其他财政存款",
      "remitted-on": "2025-07-10", "remitted": "6800000", "class": "产权转让", "programme": "拨改投",
    ])
}
