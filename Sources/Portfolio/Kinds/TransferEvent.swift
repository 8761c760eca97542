import LedgerCore

extension EventDeclaration {
  /// Money moved from one envelope to another (Q4).
  static let transfer = EventDeclaration(
    "transfer", "调剂", .budget,
    summary: "Moves money that may still be spent from one envelope to another of the same year.",
    summaryChinese: "将可执行指标调剂到同一年度的另一指标。",
    fields: [
      .envelope.positional, .amount.positional,
      Field("to", "调入指标", .newName(.envelope), "envelope that receives it; opened when it is new", "调入的指标，新指标随之设立")
        .required,
    ] + Field.codes,
    example: "2022-09-01 transfer 2022/拨改投 10,000,000.00 CNY to:2022/新旧动能转换基金 doc:聊财指〔2022〕88号",
    declare: EventDeclaration.opening("to", like: "envelope"),
    effect: { reader, effect throws(Diagnostic) in
      let money = try reader.positiveAmount()
      let source = try reader.requiredEnvelope()
      let target = try reader.checkedEnvelope("to", like: source)
      guard target.id != source.id else {
        throw reader.failure(
          .badFieldValue, Wording("预算指标不能调剂给自己", "an envelope is not transferred to itself"),
          hint: Wording("写明接收的指标", "name the envelope that receives it"),
          field: "to")
      }
      guard target.year == source.year else {
        throw reader.failure(
          .badFieldValue, Wording("\(source.name)和\(target.name)不是同一年度", "\(source.name) and \(target.name) are of different years"),
          hint: Wording("跨年用 carry 结转", "money moves between years with carry"), field: "to")
      }
      effect.add(.movedOut, money, reader.dimensions(of: source))
      effect.add(.movedIn, money, reader.dimensions(of: target))
      try reader.trace(money, from: source, into: reader.dimensions(of: target), &effect)
    })
}
