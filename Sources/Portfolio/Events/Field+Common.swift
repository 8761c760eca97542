import LedgerCore

/// Fields that many kinds share, so that they are named and explained alike everywhere.
extension Field {
  /// Fields that every kind but those of the book itself has.
  static let common: [Field] = [doc, attachments, note, key]

  static let doc = Field(
    "doc", "文号", .text, "document behind the fact: number or file", "依据文件的文号或文件名")
  static let attachments = Field(
    "attachments", "附件张数", .integer, "how many documents are attached, 0 to 9999", "所附单据张数，0 至 9999")
  static let note = Field("note", "备注", .text, "remark kept with the event", "随事项保存的备注")
  static let key = Field(
    "key", "唯一键", .text, "identity that keeps a repeated event from being recorded twice", "防止重复入账的唯一键")

  static let deal = Field("deal", "投资项目", .name(.deal), "deal that the event is about", "事项所属的投资项目")
  static let amount = Field("amount", "金额", .amount, "amount of money", "金额")
  static let envelope = Field(
    "envelope", "指标", .name(.envelope), "budget envelope, YEAR/PROGRAMME", "预算指标，年度/项目计划")
  static let party = Field("party", "单位", .name(.party), "company, fund, bank or other party", "企业、基金、银行或其他单位")
  static let programme = Field("programme", "项目计划", .name(.programme), "programme", "项目计划")
  static let share = Field("share", "持股比例", .rate, "share held after the event", "事项后的持股比例")
  static let cash = Field(
    "cash", "资金账户", .name(.account), "account that the money leaves or reaches; the treasury when absent",
    "资金转出或转入的科目，缺省为国库存款")
  static let funding = Field(
    "funding", "资金来源", .choice([Choice("fresh", "预算"), Choice("recycled", "滚动")]),
    "fresh budget money or recovered money; fresh when absent", "预算资金或滚动资金，缺省为预算资金")
  static let dealOfMoney = Field("deal", "投资项目", .name(.deal), "deal that the money came from", "资金所来自的投资项目")
  static let holderCash = Field(
    "cash", "资金账户", .name(.account), "holder's account that the money leaves; 其他财政存款 when absent",
    "资金转出的受托机构账户，缺省为其他财政存款")
  static let holderAccount = Field(
    "cash", "资金账户", .name(.account), "holder's account that holds the money; 其他财政存款 when absent",
    "受托机构存放资金的账户，缺省为其他财政存款")
  static let holder = Field("holder", "受托机构", .name(.party), "who keeps the account", "管理账户的受托机构")
  static let part = Field("part", "比例", .rate, "part of what is held; all of it when absent", "占所持部分的比例，缺省为全部")
  static let ours = Field(
    "ours", "我方金额", .amount, "our own part, instead of the amount of the whole company", "我方应享部分，用以代替企业整体金额")
  static let ourShare = Field(
    "share", "持股比例", .rate, "share that counts; the share held when absent", "计算所用比例，缺省为当时持股比例")
  static let period = Field("period", "期间", .text, "month as 2022-06, or year as 2022", "会计期间：月份如 2022-06，年度如 2022")
  static let ledger = Field(
    "book", "账簿", .choice(AccountBook.allCases.map { Choice($0.name, $0.chinese) }),
    "which of the four books; all of them when absent", "所属账簿，缺省为全部账簿")
  static let contributor = Field(
    "class", "资金性质", .choice(ContributorClass.choices), "whose money it is; private when absent", "资金属于谁，缺省为社会资本")
  static let seller = Field(
    "seller", "转让方", .name(.party), "partner of the fund that sells its interest; no new money goes into the fund",
    "转让份额的原合伙人；基金不增加资金")
  static let sameAs = Field(
    "same-as", "同一资金", .event, "event that recorded the same money before; this one is listed and not counted",
    "已登记同一笔资金的事项；本条只列示，不重复计算")
  static let evidence = Field("evidence", "证据", .text, "document that proves the money", "证明资金的文件")
}
