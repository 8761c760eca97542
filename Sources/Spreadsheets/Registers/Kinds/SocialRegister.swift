import Portfolio

extension RegisterKind {
  /// 社会资本台账: a row is money of somebody else beside ours.
  static let social = RegisterKind(
    "social", "社会资本台账", ["社会资本", "撬动社会资本台账", "撬动资金台账", "socialcapital"],
    summary: "A row for each contribution of others beside ours: who, how much, how far it has come, what proves it.",
    summaryChinese: "一行一笔与我方一同投入的社会资本：出资方、金额、到位阶段、证明材料。",
    columns: [.number] + RegisterColumn.naming + [
      RegisterColumn("date", "日期", ["出资日期", "出资时间", "到位日期", "到位时间", "到账日期", "实缴日期", "签约日期", "投资日期"], "day", "日期"),
      RegisterColumn("party", "出资方", ["社会资本方", "投资方", "出资单位", "合作方", "共同投资方", "investor"], "who gives it", "社会资本方"),
      RegisterColumn("class", "资金性质", ["出资方性质", "出资方类型", "投资方性质", "资本性质", "性质"], "whose money it is; private when empty", "资金属于谁，缺省为社会资本"),
      RegisterColumn("amount", "金额", ["出资金额", "投资金额", "社会资本金额", "实缴金额", "到位金额", "到位资金", "撬动金额"], "amount", "金额"),
      RegisterColumn("stage", "阶段", ["到位阶段", "资金阶段", "出资阶段"], "how far it has come; paid when empty", "资金到位阶段，缺省为实缴"),
      RegisterColumn("level", "层级", ["资金层级"], "where it stands; round when empty", "资金所处层级，缺省为同轮"),
      RegisterColumn("way", "方式", ["出资方式", "取得方式"], "new, secondary or conversion", "新增、受让或转股"),
      RegisterColumn("project", "项目企业", ["基金所投企业"], "company that got it, beside a fund", "基金所投、获得资金的企业"),
      .evidence, .document, .attachments, .note, .key,
    ],
    slots: [
      RegisterSlot("contributor", "party", when: ["party"], [("name", ["party"])], isWritten: false),
      RegisterSlot("project-party", "party", when: ["project"], [("name", ["project"])], isWritten: false),
      RegisterSlot(
        "social", when: ["amount"],
        [
          ("date", ["date"]), ("deal", ["deal"]), ("amount", ["amount"]), ("class", ["class"]), ("party", ["party"]),
          ("level", ["level"]), ("stage", ["stage"]), ("kind", ["way"]), ("project", ["project"]), ("evidence", ["evidence"]),
          ("doc", ["doc"]), ("attachments", ["attachments"]), ("note", ["note"]),
        ]),
    ],
    example: [
      "deal": "力得/A", "date": "2022-06-15", "party": "某创投", "class": "社会资本", "amount": "15000000", "stage": "实缴", "evidence": "投资协议",
    ],
    contributors: ["party", "class"], defaulted: ["stage", "class"])
}
