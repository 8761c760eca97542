import Portfolio

extension RegisterKind {
  /// 贷款台账: a row is a loan that a company obtained after our money.
  static let loans = RegisterKind(
    "loans", "贷款台账", ["银行贷款台账", "融资台账", "贷款明细", "银行贷款"],
    summary: "A row for each bank loan that followed our money.", summaryChinese: "一行一笔我方出资后取得的银行贷款。",
    columns: [.number] + RegisterColumn.naming + [
      RegisterColumn("date", "放款日期", ["日期", "贷款日期", "放款日", "放款时间", "借款日期", "发放日期", "到账日期"], "day of the loan", "放款日期"),
      RegisterColumn("bank", "贷款银行", ["银行", "银行名称", "贷款机构", "放款银行", "金融机构", "lender"], "bank that lends", "贷款银行"),
      RegisterColumn("amount", "贷款金额", ["金额", "放款金额", "借款金额", "loanamount"], "amount", "贷款金额"),
      RegisterColumn("project", "借款企业", ["项目企业"], "company that borrows, when the deal is a fund", "借款企业（项目为基金时）"),
      .evidence, .document, .attachments, .note, .key,
    ],
    slots: [
      RegisterSlot("bank", "party", when: ["bank"], [("name", ["bank"])], fixed: [("kind", "bank")], isWritten: false),
      RegisterSlot("borrower", "party", when: ["project"], [("name", ["project"])], isWritten: false),
      RegisterSlot(
        "loan", when: ["amount"],
        [
          ("date", ["date"]), ("deal", ["deal"]), ("amount", ["amount"]), ("party", ["bank"]), ("project", ["project"]),
          ("evidence", ["evidence"]), ("doc", ["doc"]), ("attachments", ["attachments"]), ("note", ["note"]),
        ]),
    ],
    unread: [(["利率", "年利率", "期限", "贷款期限", "到期日", "用途"], "no event says it; keep it in 备注", "没有对应事项，可写入备注")],
    example: ["deal": "力得/A", "date": "2022-09-01", "bank": "某银行", "amount": "10000000", "evidence": "借款合同"])
}
