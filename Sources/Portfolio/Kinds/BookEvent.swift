import LedgerCore

extension EventDeclaration {
  /// The first event of every chain: what the books are called and which rules they follow.
  static let book = EventDeclaration(
    "book", "账簿", .book, dating: .none,
    summary: "Opens a set of books: title, posting rules, base commodity, whether accounts must be declared.",
    summaryChinese: "设立账簿：名称、记账规则、本位币、是否只许用已声明的科目。",
    fields: [
      Field("title", "名称", .text, "title of the books", "账簿名称").positional,
      Field("rules", "记账规则", .text, "rule set that the books follow", "采用的记账规则"),
      Field("digest", "规则摘要", .text, "SHA-256 of the rule set's bytes", "记账规则文件的 SHA-256"),
      Field("commodity", "本位币", .name(.commodity), "commodity of amounts that name none", "未写币种的金额的币种"),
      Field(
        "accounts", "科目控制", .choice([Choice("open", "开放"), Choice("strict", "严格")]),
        "strict: a voucher may only name declared accounts", "严格：凭证只能使用已声明的科目"),
      Field(
        "numbering", "凭证字", .choice(Numbering.choices),
        "series of voucher numbers: single (记) or cash (收, 付, 转 in the fiscal book); single when absent",
        "凭证编号方式：统一（记字）或收付转（财务会计账簿分收、付、转字），缺省为统一"),
      Field(
        "approval", "复核", .choice(Approval.choices),
        "two: what one person prepares is posted only when another one approves it; one when absent",
        "两人：一人制单，经另一人复核后方可记账；缺省为一人"),
      Field(
        "supervisors", "主管", .text, "who may allow a closed period to be reopened, separated by commas; anybody when absent",
        "可批准反结账的人，以逗号分隔；缺省不限"),
    ],
    example: "book \"聊城市拨改投\" rules:fiscal-2022 commodity:CNY accounts:strict",
    declare: { reader, register throws(Diagnostic) in
      register.title = reader.event.text("title") ?? ""
      register.isStrict = reader.event.choice("accounts") == "strict"
      register.numbering = reader.event.choice("numbering").flatMap { Numbering(rawValue: $0) } ?? .single
      register.approval = reader.event.choice("approval").flatMap { Approval(rawValue: $0) } ?? .one
      register.supervisors = Register.names(in: reader.event.text("supervisors") ?? "")
    })
}
