import LedgerCore

extension EventDeclaration {
  /// A signed commitment; reserves money of an envelope when it names one (Q7).
  static let commit = EventDeclaration(
    "commit", "认缴", .investment,
    summary: "Records a signed commitment and reserves the money in an envelope; without one nothing is reserved yet.",
    summaryChinese: "登记签约认缴，并在指标中预留；未指明指标的（跨年分期）暂不预留。",
    fields: [.deal.positional, .amount.positional, .envelope, .share],
    example: "2022-06-01 commit 力得/A 5,000,000.00 CNY envelope:2022/拨改投",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      let money = try reader.positiveAmount()
      try reader.checkProgramme(of: deal)
      let position = try reader.position(of: deal)
      effect.add(.committed, money, reader.dimensions(of: deal))
      if let envelope = try reader.envelope() {
        try reader.checkSpending(from: envelope, on: deal)
        effect.add(.reserved, money, reader.dimensions(of: deal, envelope: envelope.id))
      }
      let decided = position.totals[.decided]
      if decided > 0 && money.minorUnits > decided - position.totals[.committed] {
        effect.warn(
          .overCommitmentWarning, "more is committed on \(deal.name) than the \(reader.text(decided)) decided",
          hint: "record the further decision", at: reader.event.position(of: "amount"))
      }
      try reader.addShare(of: deal, to: &effect)
    })
}
