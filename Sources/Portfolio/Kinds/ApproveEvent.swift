import LedgerCore

extension EventDeclaration {
  /// Budget money approved and not yet issued (Q1, Q2).
  static let approve = EventDeclaration(
    "approve", "批复", .budget,
    summary: "Approves budget money for an envelope, of one's own or from above; it is spent only once issued.",
    summaryChinese: "批复预算指标（本级或上级补助），下达后方可使用。",
    fields: [
      .newEnvelope.positional, .amount.positional, .source,
    ] + Field.codes,
    example: "2022-01-15 approve 2022/拨改投 100,000,000.00 CNY source:own doc:聊人发〔2022〕3号",
    declare: EventDeclaration.opening("envelope"),
    effect: { reader, effect throws(Diagnostic) in
      let money = try reader.positiveAmount()
      let envelope = try reader.checkedEnvelope()
      effect.add(reader.level == .above ? .approvedAbove : .approved, money, reader.dimensions(of: envelope))
      try reader.warnOfPledges(on: envelope, adding: money, countsUnissued: true, &effect)
    })
}
