import LedgerCore

extension EventDeclaration {
  /// Money carried over into the next year's envelope (Q10).
  static let carry = EventDeclaration(
    "carry", "结转", .budget,
    summary: "Carries money over into the next year's envelope: what is free, or what is reserved for a deal.",
    summaryChinese: "将指标结转到下一年度：可执行数，或为某投资项目预留的数额。",
    fields: [
      .envelope.positional, .amount.positional,
      Field("to", "转入指标", .newName(.envelope), "envelope of the next year; opened when it is new", "下一年度指标，新指标随之设立")
        .required,
      Field("deal", "投资项目", .name(.deal), "deal whose reservation is carried over", "随之结转预留额的投资项目"),
    ],
    example: "2022-12-31 carry 2022/拨改投 12,000,000.00 CNY to:2023/拨改投 doc:聊财预〔2023〕2号",
    declare: EventDeclaration.opening("to", like: "envelope"),
    effect: { reader, effect throws(Diagnostic) in
      let money = try reader.positiveAmount()
      let source = try reader.requiredEnvelope()
      let target = try reader.envelopeToDeclare("to", like: source)
      guard target.year == source.year + 1, target.programme == source.programme else {
        throw reader.failure(
          .badFieldValue, "\(target.name) is not the envelope of \(source.year + 1) of the same programme",
          hint: "carry it to \(source.year + 1)/\(reader.register[source.programme].name), then transfer it",
          field: "to")
      }
      var dimensions = (old: reader.dimensions(of: source), new: reader.dimensions(of: target))
      if reader.event.text("deal") != nil {
        let deal = try reader.deal()
        try reader.checkReserved(money, from: source, for: deal)
        dimensions.old = reader.dimensions(of: deal, envelope: source.id)
        dimensions.new = reader.dimensions(of: deal, envelope: target.id)
        effect.add(.relieved, money, dimensions.old)
        effect.add(.reserved, money, dimensions.new)
      }
      effect.add(.carriedOut, money, dimensions.old)
      effect.add(.carriedIn, money, dimensions.new)
    })
}
