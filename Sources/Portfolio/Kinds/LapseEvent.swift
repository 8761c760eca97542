import LedgerCore

extension EventDeclaration {
  /// Money of an envelope taken back (Q11).
  static let lapse = EventDeclaration(
    "lapse", "收回", .budget,
    summary: "Takes back what was not used of an envelope.",
    summaryChinese: "收回未使用的指标。",
    fields: [.envelope.positional, .amount.positional],
    example: "2022-12-31 lapse 2022/拨改投 1,500,000.00 CNY doc:聊财指〔2022〕120号",
    effect: { reader, effect throws(Diagnostic) in
      let money = try reader.positiveAmount()
      effect.add(.lapsed, money, reader.dimensions(of: try reader.requiredEnvelope()))
    })
}
