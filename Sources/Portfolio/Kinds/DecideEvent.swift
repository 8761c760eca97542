import LedgerCore

extension EventDeclaration {
  /// The decision to invest; posts nothing.
  static let decide = EventDeclaration(
    "decide", "决策", .investment,
    summary: "Records the decision to invest up to an amount: document, organ, day; posts nothing.",
    summaryChinese: "登记投资决策：文件、决策机构、日期和额度；不记账。",
    fields: [.deal.positional, .amount.positional, Field("organ", "决策机构", .text, "who decided", "决策机构")],
    example: "2022-05-30 decide 力得/A 5,000,000.00 CNY organ:投委会 doc:投决〔2022〕7号",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      try reader.checkProgramme(of: deal)
      effect.add(.decided, try reader.positiveAmount(), reader.dimensions(of: deal))
    })
}
