import LedgerCore

extension EventDeclaration {
  /// An envelope raised in the course of the year (Q5).
  static let raise = EventDeclaration(
    "raise", "追加", .budget,
    summary: "Raises an envelope in the course of the year: approved and issued at once.",
    summaryChinese: "年中追加指标，批复与下达一并完成。",
    fields: [.envelope.positional, .amount.positional],
    example: "2022-07-01 raise 2022/拨改投 20,000,000.00 CNY doc:聊财指〔2022〕60号",
    effect: { reader, effect throws(Diagnostic) in
      let money = try reader.positiveAmount()
      effect.add(.raised, money, reader.dimensions(of: try reader.requiredEnvelope()))
    })
}
