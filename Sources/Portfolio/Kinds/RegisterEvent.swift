import LedgerCore

extension EventDeclaration {
  /// Entry of the holding in the register of state equity or of companies; posts nothing.
  static let register = EventDeclaration(
    "register", "登记", .investment,
    summary: "Records that the holding was entered in a register (due within 20 working days after signing).",
    summaryChinese: "登记股权或产权登记的办理（签约后 20 个工作日内）。",
    fields: [
      .deal.positional, .share, Field("number", "登记号", .text, "number in the register", "登记编号"),
      Field("authority", "登记机关", .text, "who keeps the register", "登记机关"), .largest,
      Field("shareholder", "登记股东", .name(.party), "who stands in the register as shareholder", "登记在册的股东"),
    ],
    example: "2022-06-20 register 力得/A share:8.5% authority:市场监管局 number:鲁聊登〔2022〕101",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      _ = try reader.partyID("shareholder")
      effect.add(.registered, Money(0, reader.register.baseID), reader.dimensions(of: deal))
      try reader.addShare(of: deal, to: &effect)
    })
}
