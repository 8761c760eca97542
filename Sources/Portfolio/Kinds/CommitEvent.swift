import LedgerCore

extension EventDeclaration {
  /// A signed commitment; reserves money of an envelope when it names one (Q7).
  static let commit = EventDeclaration(
    "commit", "认缴", .investment,
    summary: "Records a signed commitment and reserves the money in an envelope; without one nothing is reserved yet. "
      + "What was pledged on the envelope's year counts as committed already.",
    summaryChinese: "登记签约认缴，并在指标中预留；未指明指标的暂不预留。已登记为该年度跨年承诺的部分不重复计入认缴。",
    fields: [.deal.positional, .amount.positional, .envelope, .share, .largest, .override, .authorised],
    example: "2022-06-01 commit 力得/A 5,000,000.00 CNY envelope:2022/拨改投",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      let money = try reader.positiveAmount()
      try reader.checkProgramme(of: deal)
      try reader.checkException()
      if let envelope = try reader.envelope() {
        try reader.checkSpending(from: envelope, on: deal)
        let pledged = try reader.relievedPledge(money.minorUnits, of: deal, from: envelope)
        try reader.addCommitted(Money(money.minorUnits - pledged, money.commodity), on: deal, &effect)
        effect.add(.reserved, money, reader.dimensions(of: deal, envelope: envelope.id))
        effect.add(
          .pledgeRelieved, Money(pledged, money.commodity), reader.dimensions(of: deal), traits: .ofYear(envelope.year))
      } else {
        try reader.addCommitted(money, on: deal, &effect)
      }
      try reader.addShare(of: deal, to: &effect)
    })
}

extension EventReader {
  /// Adds to what is committed on a deal, with a warning when that is more than was decided.
  func addCommitted(_ money: Money, on deal: Deal, _ effect: inout Effect) throws(Diagnostic) {
    effect.add(.committed, money, dimensions(of: deal))
    let position = try position(of: deal)
    let decided = position.totals[.decided]
    if decided > 0 && money.minorUnits > decided - position.totals[.committed] {
      effect.warn(
        .overCommitmentWarning,
        Wording("\(deal.name)签约额超过已决策的 \(text(decided))", "more is committed on \(deal.name) than the \(text(decided)) decided"),
        hint: Wording("补记后来的决策", "record the further decision"), at: event.position(of: "amount"))
    }
  }

  /// An exception needs both a reason and somebody who authorised it.
  func checkException() throws(Diagnostic) {
    let hasReason = event.text("override") != nil
    if hasReason == (event.text("authorised") != nil) { return }
    throw failure(
      .exceptionIncomplete,
      Wording(
        hasReason ? "例外没有写明由谁批准" : "例外没有写明原因", hasReason ? "the exception does not say who authorised it" : "the exception does not say why"
      ),
      hint: Wording("两样都写：override:原因 authorised:批准人", "give both: override:REASON authorised:WHO"),
      field: hasReason ? "override" : "authorised")
  }
}
