import Portfolio

extension RegisterKind {
  /// 分红台账: a row is a dividend, from its declaration to the money.
  static let dividends = RegisterKind(
    "dividends", "分红台账", ["股利台账", "分红收益台账", "收益台账", "分红明细"],
    summary: "A row for each dividend: what was declared, when it is due, what was received.",
    summaryChinese: "一行一次分红：宣告、应收、实收。",
    columns: [.number] + RegisterColumn.naming + [
      RegisterColumn("declared-on", "宣告日期", ["宣告日", "分红决议日期", "分配决议日", "分配决议日期", "决议日期", "宣告时间", "分红日期"], "day of the resolution", "决议日期"),
      RegisterColumn("total", "分红总额", ["企业分红总额", "利润分配总额"], "dividend of the whole company", "企业分红总额"),
      RegisterColumn("ours", "应收股利", ["我方分红", "我方应分", "应收分红", "应分红金额", "应分金额", "分红金额"], "our part of it", "我方应享部分"),
      RegisterColumn("share", "持股比例", ["股权比例"], "share that counts", "计算所用比例"),
      RegisterColumn("due", "应收日期", ["应收日", "约定支付日期", "到期日"], "day on which it is due", "约定支付日期"),
      RegisterColumn("received-on", "收到日期", ["到账日期", "到账日", "实收日期", "收款日期"], "day of the money", "到账日期"),
      RegisterColumn("received", "收到金额", ["实收金额", "到账金额", "实收股利", "已收分红"], "amount received", "到账金额"),
      .cash,
      RegisterColumn("nature", "资金性质", ["预算性质"], "budget that the income belongs to", "收入所属预算"),
      RegisterColumn("doc", "文号", ["股东会决议", "决议文号", "依据文件"], "resolution", "决议文号"),
      RegisterColumn("receipt-doc", "收款凭证", ["收款文号", "缴款书", "到账凭证"], "document of the receipt", "收款凭证号"),
      .attachments, .note, .key,
    ],
    slots: [
      RegisterSlot(
        "declare", when: ["total", "ours"],
        [
          ("date", ["declared-on"]), ("deal", ["deal"]), ("amount", ["total"]), ("ours", ["ours"]), ("share", ["share"]),
          ("due", ["due"]), ("doc", ["doc"]), ("attachments", ["attachments"]), ("note", ["note"]),
        ]),
      RegisterSlot(
        "receive", when: ["received"],
        [
          ("date", ["received-on"]), ("deal", ["deal"]), ("amount", ["received"]), ("cash", ["cash"]),
          ("nature", ["nature"]), ("doc", ["receipt-doc"]),
        ]),
    ],
    example: [
      "deal": "力得/A", "declared-on": "2023-04-20", "ours": "170000", "due": "2023-06-30", "received-on": "2023-06-30",
      "received": "170000", "doc": "股东会决议",
    ])
}
