import Portfolio

extension RegisterKind {
  /// 估值台账: a row is what a holding was worth on a day.
  static let valuations = RegisterKind(
    "valuations", "估值台账", ["评估台账", "估值表", "评估值台账"],
    summary: "A row for each valuation of what is held.", summaryChinese: "一行一次所持股权的估值。",
    columns: [.number] + RegisterColumn.naming + [
      RegisterColumn("date", "估值日期", ["日期", "评估日期", "估值基准日", "评估基准日", "基准日"], "day of the valuation", "估值基准日"),
      RegisterColumn("amount", "估值", ["估值金额", "评估值", "金额", "公允价值", "评估价值", "fairvalue", "value"], "value of what is held", "所持股权的估值"),
      RegisterColumn("basis", "估值依据", ["评估方法", "估值方法", "依据", "method"], "how it was valued", "估值依据"),
      RegisterColumn("share", "持股比例", ["股权比例"], "share held", "持股比例"),
      RegisterColumn("largest", "他方最大持股", [], "largest share of another holder", "其他股东中最大的持股比例"),
      RegisterColumn("risk", "风险分类", ["风险等级", "风险级别", "riskclass"], "how the holding is classed", "正常、关注、风险之一"),
      RegisterColumn("doc", "文号", ["评估报告号", "评估报告", "依据文件", "报告编号"], "report of the valuer", "评估报告文号"), .attachments, .note, .key,
    ],
    slots: [
      RegisterSlot(
        "value", when: ["amount"],
        [
          ("date", ["date"]), ("deal", ["deal"]), ("amount", ["amount"]), ("basis", ["basis"]), ("share", ["share"]),
          ("largest", ["largest"]), ("risk", ["risk"]), ("doc", ["doc"]), ("attachments", ["attachments"]), ("note", ["note"]),
        ], isSaidByZero: true)
    ],
    example: ["deal": "力得/A", "date": "2022-12-31", "amount": "6200000", "basis": "最近融资价格"])
}
