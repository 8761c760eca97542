import LedgerCore

extension EventDeclaration {
  /// Budget money approved and issued in one document (Q1 or Q2, Q3).
  static let budget = EventDeclaration(
    "budget", "预算", .budget,
    summary: "Approves budget money for an envelope and issues it in the same document.",
    summaryChinese: "以同一文件批复并下达预算指标。",
    fields: [.newEnvelope.positional, .amount.positional] + Field.codes + [.source],
    example: "2022-01-20 budget 2022/拨改投 100,000,000.00 CNY doc:聊财指〔2022〕15号",
    declare: EventDeclaration.opening("envelope"),
    effect: { reader, effect throws(Diagnostic) in
      let money = try reader.positiveAmount()
      let envelope = try reader.checkedEnvelope()
      effect.add(reader.level == .above ? .approvedAbove : .approved, money, reader.dimensions(of: envelope))
      effect.add(.issued, money, reader.dimensions(of: envelope))
      try reader.warnOfPledges(on: envelope, adding: money, countsUnissued: true, &effect)
    })
}
