import LedgerCore

extension EventDeclaration {
  /// A holding taken over or given away without payment (E11).
  static let handover = EventDeclaration(
    "handover", "无偿划转", .investment,
    summary: "Takes a holding over, or gives one or a part of it away, without payment: against accumulated surplus.",
    summaryChinese: "无偿划入或划出股权投资，对应累计盈余。",
    fields: [
      .deal.positional,
      Field("amount", "划入金额", .amount, "carrying amount taken over; absent when it goes out", "划入的账面金额，划出时不填")
        .optionalPositional,
      Field(
        "direction", "方向", .choice([Choice("in", "划入"), Choice("out", "划出")]), "in or out", "划入或划出"
      ).required,
      .part, Field("party", "对方单位", .name(.party), "who gives or receives it", "划转对方单位"), .share,
    ],
    example: "2023-03-01 handover 力得/A 5,000,000.00 CNY direction:in share:8.5% doc:聊国资〔2023〕4号",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      effect.bindEquityClass(of: reader.register[deal.party])
      _ = try reader.party()
      if reader.event.choice("direction") == "in" {
        if reader.event.rate("part") != nil {
          throw reader.failure(
            .conflictingFields, Wording("划入写金额，不写比例", "what comes in has an amount, not a part"),
            hint: Wording("不写 part", "leave part out"), field: "part")
        }
        effect.add(.handedIn, try reader.positiveAmount(), reader.dimensions(of: deal))
        try reader.addShare(of: deal, to: &effect)
        try reader.checkSoldBefore(deal, &effect)
      } else {
        if reader.event.amount("amount") != nil {
          throw reader.failure(
            .conflictingFields, Wording("划出按账面余额；写比例，不写金额", "what goes out is the carrying amount; name a part of it, not an amount"),
            hint: Wording("写 part:50%，全部划出则不写", "part:50%, or nothing for all of it"), field: "amount")
        }
        let position = try reader.heldPosition(of: deal)
        let carrying = try reader.takeOut(try reader.partTaken(), of: position, deal, to: &effect)
        effect.add(.handedOut, Money(carrying, reader.register.baseID), reader.dimensions(of: deal))
        effect.setExitWay(.handover)
      }
    })
}
