import Portfolio

/// Columns that many registers share, so that they are named and explained alike everywhere.
extension RegisterColumn {
  static let number = RegisterColumn(
    "number", "编号", ["项目编号", "投资编号", "台账编号", "记录编号", "no", "id"], type: .text,
    "the row's own number, by which it is known again", "本行的固定编号，再次导入时据以识别；不是随排序变化的序号")
  static let deal = RegisterColumn(
    "deal", "投资项目", ["项目名称", "投资项目名称", "项目", "项目简称", "dealname", "project"],
    "deal, COMPANY/ROUND; from company and round when empty", "投资项目，如 力得/A；空缺时由企业和轮次得出")
  static let company = RegisterColumn(
    "company", "企业简称", ["简称", "企业", "被投单位", "被投资单位", "被投企业", "被投资企业", "投资企业", "所投企业", "companyname", "investee", "shortname"],
    type: .text, "short name of the company or fund", "企业或基金的简称")
  static let full = RegisterColumn(
    "full-name", "企业名称", ["企业全称", "单位名称", "被投企业名称", "被投资企业名称", "被投资单位名称", "公司名称", "全称", "基金名称", "fullname"],
    "full name, as registered", "登记的全称")
  static let creditCode = RegisterColumn(
    "credit-code", "统一社会信用代码", ["信用代码", "社会信用代码", "组织机构代码", "uscc", "creditcode"],
    "unified social credit code", "统一社会信用代码，18 位")
  static let round = RegisterColumn(
    "round", "轮次", ["投资轮次", "融资轮次", "批次"], type: .text,
    "round, part of the deal's name", "轮次，构成项目名称的后一部分")
  static let programme = RegisterColumn(
    "programme", "项目计划", ["专项", "所属专项", "资金名称", "专项名称", "专项资金", "资金计划", "计划名称", "program"],
    "programme that the money belongs to", "资金所属的项目计划，如 拨改投")
  static let envelope = RegisterColumn(
    "envelope", "指标", ["预算指标", "指标名称", "额度", "budgetline"],
    "budget envelope, YEAR/PROGRAMME; from year and programme when empty", "预算指标，年度/项目计划；空缺时由年度和项目计划得出")
  static let year = RegisterColumn(
    "year", "预算年度", ["年度", "指标年度", "budgetyear", "fiscalyear"], type: .year, "budget year", "预算年度")
  static let document = RegisterColumn(
    "doc", "文号", ["依据", "依据文件", "文件号", "批文号", "document", "reference"], "document behind the row", "依据文件的文号")
  static let note = RegisterColumn("note", "备注", ["说明", "remark", "remarks", "comment"], "remark", "备注")
  static let key = RegisterColumn(
    "key", "唯一键", ["identity"], "identity of the row; made from its content when empty", "本行的唯一键；空缺时由内容得出")
  static let evidence = RegisterColumn(
    "evidence", "证明材料", ["证据", "证明文件", "佐证材料", "合同", "合同号", "合同编号", "借款合同号", "协议", "协议编号", "proof", "contract"],
    "document that proves the money", "证明资金的文件")
  static let attachments = RegisterColumn(
    "attachments", "附件张数", ["附件", "附件数"], "how many documents are attached", "所附单据张数")
  static let cash = RegisterColumn(
    "cash", "资金账户", ["账户", "收款账户", "付款账户", "account"], "account that the money leaves or reaches; the treasury when empty",
    "资金转出或转入的科目，缺省为国库存款")

  /// The columns by which a row says which deal it is about.
  static let naming: [RegisterColumn] = [.deal, .company, .full, .creditCode, .round]
}
