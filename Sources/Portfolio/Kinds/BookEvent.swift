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
    ],
    example: "book \"聊城市拨改投\" rules:fiscal-2022 commodity:CNY accounts:strict",
    declare: { reader, register throws(Diagnostic) in
      register.title = reader.event.text("title") ?? ""
      register.isStrict = reader.event.choice("accounts") == "strict"
    })
}
