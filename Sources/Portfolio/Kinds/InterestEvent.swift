import LedgerCore

extension EventDeclaration {
  /// Interest that the bank pays on the holder's account; no budget sees it before it is remitted.
  static let interest = EventDeclaration(
    "interest", "利息", .investment,
    summary: "Records interest received on the holder's account: income at once, budget income when it is remitted.",
    summaryChinese: "登记受托机构专户的存款利息：到账时确认收入，缴库时列预算收入。",
    fields: [.programme.positional, .amount.positional, .holderAccount, .holder],
    example: "2022-12-21 interest 拨改投 54,800.00 CNY holder:聊城国投 doc:银行回单",
    effect: { reader, effect throws(Diagnostic) in
      let money = try reader.positiveAmount()
      let dimensions = try reader.holderDimensions()
      effect.bindings["cash"] = try reader.holderCash()
      effect.add(.interest, money, dimensions)
    })
}
