extension EventDeclaration {
  /// What is noted on a day and moves nothing: an occasion, a value for another program, a query.
  static let remark = EventDeclaration(
    "remark", "记事", .general,
    summary: "Notes something on a day that moves no money: an occasion, a value that another program reads, a query.",
    summaryChinese: "记下某日的一件事，不涉及金额变动：情况、供其他软件读取的数据、查询语句。",
    fields: [
      Field("about", "主题", .text, "what it is about: the type of an occasion or value, the name of a query", "主题：事情或数据的类别，查询的名称")
        .positional,
      Field(
        "text", "内容", .text, "what is said; of a custom remark its values, texts among them in quotation marks",
        "内容；自定义记事为若干值，其中文字加引号"
      ).optionalPositional,
      Field(
        "form", "形式", .choice([Choice("event", "事件"), Choice("custom", "自定义"), Choice("query", "查询")]),
        "the directive of beancount that it goes out as; event when absent", "导出为 beancount 的哪种指令，缺省为 event"),
    ],
    example: "2022-07-01 remark 审计 \"审计组进点，为期两周\"",
    effect: { _, _ in })
}
