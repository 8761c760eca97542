import LedgerCore

extension EventDeclaration {
  /// Money of an envelope frozen (Q6).
  static let freeze = EventDeclaration(
    "freeze", "冻结", .budget,
    summary: "Freezes money of an envelope: it stays there but may not be spent.",
    summaryChinese: "冻结指标：额度保留但不得使用。",
    fields: [.envelope.positional, .amount.positional],
    example: "2022-08-01 freeze 2022/拨改投 3,000,000.00 CNY doc:聊审〔2022〕7号",
    effect: { reader, effect throws(Diagnostic) in
      let money = try reader.positiveAmount()
      effect.add(.frozen, money, reader.dimensions(of: try reader.requiredEnvelope()))
    })
}
