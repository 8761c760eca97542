/// Fields that many kinds share, so that they are named and explained alike everywhere.
extension Field {
  /// Fields that every kind but those of the book itself has.
  static let common: [Field] = [doc, note, key]

  static let doc = Field(
    "doc", "文号", .text, "document behind the fact: number or file", "依据文件的文号或文件名")
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
  static let contributor = Field(
    "class", "资金性质", .choice(ContributorClass.choices), "whose money it is; private when absent", "资金属于谁，缺省为社会资本")
  static let evidence = Field("evidence", "证据", .text, "document that proves the money", "证明资金的文件")
}
