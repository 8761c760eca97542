import LedgerCore

extension EventDeclaration {
  /// An envelope cut in the course of the year (Q5 in red).
  static let cut = EventDeclaration(
    "cut", "追减", .budget,
    summary: "Cuts an envelope in the course of the year, at most by what may still be spent.",
    summaryChinese: "年中追减指标，不得超过可执行数。",
    fields: [.envelope.positional, .amount.positional],
    example: "2022-10-10 cut 2022/拨改投 5,000,000.00 CNY doc:聊财指〔2022〕95号",
    effect: { reader, effect throws(Diagnostic) in
      let money = try reader.positiveAmount()
      effect.add(.reduced, money, reader.dimensions(of: try reader.requiredEnvelope()))
    })
}
