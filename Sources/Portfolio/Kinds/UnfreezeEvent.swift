import LedgerCore

extension EventDeclaration {
  /// Frozen money set free again (Q6 the other way).
  static let unfreeze = EventDeclaration(
    "unfreeze", "解冻", .budget,
    summary: "Sets frozen money free again, never more than is frozen.",
    summaryChinese: "解冻指标，不得超过已冻结数。",
    fields: [.envelope.positional, .amount.positional],
    example: "2022-11-01 unfreeze 2022/拨改投 3,000,000.00 CNY doc:聊审〔2022〕19号",
    effect: { reader, effect throws(Diagnostic) in
      let money = try reader.positiveAmount()
      let envelope = try reader.requiredEnvelope()
      let frozen = try reader.position(of: envelope).frozenByDay.lowest(from: reader.day)
      if money.minorUnits > frozen {
        throw reader.failure(
          .overEnvelope, Wording("\(envelope.name)冻结的是 \(reader.text(frozen))", "\(envelope.name) has \(reader.text(frozen)) frozen"),
          hint: Wording("解冻不超过此数", "unfreeze at most that"),
          field: "amount")
      }
      effect.add(.unfrozen, money, reader.dimensions(of: envelope))
    })
}
