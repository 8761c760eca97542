import LedgerCore

extension EventDeclaration {
  /// Budget money approved and issued in one document (Q1, Q3).
  static let budget = EventDeclaration(
    "budget", "预算", .budget,
    summary: "Approves budget money for an envelope and issues it in the same document.",
    summaryChinese: "以同一文件批复并下达预算指标。",
    fields: [.newEnvelope.positional, .amount.positional] + Field.codes,
    example: "2022-01-20 budget 2022/拨改投 100,000,000.00 CNY doc:聊财指〔2022〕15号",
    declare: EventDeclaration.opening("envelope"),
    effect: { reader, effect throws(Diagnostic) in
      let money = try reader.positiveAmount()
      let dimensions = reader.dimensions(of: try reader.envelopeToDeclare())
      effect.add(.approved, money, dimensions)
      effect.add(.issued, money, dimensions)
    })
}
