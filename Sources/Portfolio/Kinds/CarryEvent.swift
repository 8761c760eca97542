import LedgerCore

extension EventDeclaration {
  /// Money carried over into the next year's envelope (Q10).
  static let carry = EventDeclaration(
    "carry", "结转", .budget,
    summary: "Carries money over into the next year's envelope: what is free, or what is reserved for a deal or "
      + "pledged to it on the year that ends.",
    summaryChinese: "将指标结转到下一年度：可执行数，或为某投资项目预留（或承诺由本年承担）的数额。",
    fields: [
      .envelope.positional, .amount.positional,
      Field("to", "转入指标", .newName(.envelope), "envelope of the next year; opened when it is new", "下一年度指标，新指标随之设立")
        .required,
      Field("deal", "投资项目", .name(.deal), "deal whose reservation is carried over", "随之结转预留额的投资项目"),
    ] + Field.codes,
    example: "2022-12-31 carry 2022/拨改投 12,000,000.00 CNY to:2023/拨改投 doc:聊财预〔2023〕2号",
    declare: EventDeclaration.opening("to", like: "envelope"),
    effect: { reader, effect throws(Diagnostic) in
      let money = try reader.positiveAmount()
      let source = try reader.requiredEnvelope()
      let target = try reader.checkedEnvelope("to", like: source)
      guard target.year == source.year + 1, target.programme == source.programme else {
        throw reader.failure(
          .badFieldValue,
          Wording(
            "\(target.name)不是同一项目计划 \(source.year + 1) 年的预算指标",
            "\(target.name) is not the envelope of \(source.year + 1) of the same programme"),
          hint: Wording(
            "先结转到 \(source.year + 1)/\(reader.register[source.programme].name)，再调剂",
            "carry it to \(source.year + 1)/\(reader.register[source.programme].name), then transfer it"),
          field: "to")
      }
      var dimensions = (old: reader.dimensions(of: source), new: reader.dimensions(of: target))
      if reader.event.text("deal") != nil {
        let deal = try reader.deal()
        dimensions.old = reader.dimensions(of: deal, envelope: source.id)
        dimensions.new = reader.dimensions(of: deal, envelope: target.id)
        try reader.carryInstalment(money, of: deal, from: source, to: target, &effect)
      }
      effect.add(.carriedOut, money, dimensions.old)
      effect.add(.carriedIn, money, dimensions.new)
      let parts = try reader.trace(money, from: source, into: dimensions.new, &effect)
      reader.warnOfAge(parts, into: target, &effect)
    })
}

extension EventReader {
  /// Takes an unpaid instalment along: what is reserved for the deal stays so, what is only pledged stays pledged.
  fileprivate func carryInstalment(
    _ money: Money, of deal: Deal, from source: Envelope, to target: Envelope, _ effect: inout Effect
  ) throws(Diagnostic) {
    let position = try position(of: deal)
    let reserved = min(money.minorUnits, max(0, position.reservations[source.id] ?? 0))
    let rest = money.minorUnits - reserved
    let pledged = max(0, position.pledges[source.year])
    if rest > pledged {
      throw failure(
        .overCommitment,
        Wording(
          "\(source.name)为\(deal.name)预留 \(text(reserved))，对该年度的承诺为 \(text(pledged))",
          "\(source.name) has \(text(reserved)) reserved for \(deal.name), \(text(pledged)) is pledged on its year"),
        hint: Wording("改写持有预留的指标，或减少金额", "name the envelope that holds the reservation, or a smaller amount"), field: "amount")
    }
    let own = dimensions(of: deal)
    effect.add(.relieved, Money(reserved, money.commodity), dimensions(of: deal, envelope: source.id))
    effect.add(.reserved, Money(reserved, money.commodity), dimensions(of: deal, envelope: target.id))
    effect.add(.pledgeRelieved, Money(rest, money.commodity), own, traits: .ofYear(source.year))
    effect.add(.pledged, Money(rest, money.commodity), own, traits: .ofYear(target.year))
  }
}
