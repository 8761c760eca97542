import LedgerCore

extension EventDeclaration {
  /// Approved money issued to its programme (Q3).
  static let issue = EventDeclaration(
    "issue", "下达", .budget,
    summary: "Issues approved money, which may be spent from then on; never more than is approved.",
    summaryChinese: "下达已批复的指标，自此可以使用；不得超过已批复未下达数。",
    fields: [.envelope.positional, .amount.positional],
    example: "2022-01-20 issue 2022/拨改投 100,000,000.00 CNY doc:聊财指〔2022〕15号",
    effect: { reader, effect throws(Diagnostic) in
      let money = try reader.positiveAmount()
      let envelope = try reader.requiredEnvelope()
      let left = try reader.position(of: envelope).unissuedByDay.lowest(from: reader.day)
      if money.minorUnits > left {
        throw reader.failure(
          .overEnvelope,
          Wording(
            "\(envelope.name)已批复未下达的只有 \(reader.text(left))", "\(envelope.name) has \(reader.text(left)) approved and not yet issued"),
          hint: Wording("先记批复；批复与下达同时办理用 budget", "approve it first, or record approval and issue together with budget"), field: "amount")
      }
      effect.add(.issued, money, reader.dimensions(of: envelope))
      try reader.warnOfPledges(on: envelope, adding: money, countsUnissued: false, &effect)
    })
}
