import LedgerCore

extension EventDeclaration {
  /// A holding sold in whole or part (E7, E8).
  static let exit = EventDeclaration(
    "exit", "退出", .investment,
    summary: "Sells a holding or a part of it: proceeds, the carrying amount taken out, gain or loss.",
    summaryChinese: "全部或部分退出：退出价款、转出账面余额、处置损益。",
    fields: [
      .deal.positional,
      Field("amount", "退出价款", .amount, "proceeds; 0 when nothing came back", "退出价款，无收回为 0").positional,
      .part,
      Field(
        "way", "退出方式", .choice(ExitWay.choices), "how it was sold; transfer when absent", "退出方式，缺省为转让"),
      Field(
        "due", "应收价款", .amount, "price due by the exit terms; reckoned from them when absent",
        "按退出条款应收的价款，缺省按登记的条款计算"),
      .cash,
      Field("share", "持股比例", .rate, "share held afterwards; reckoned from part when absent", "退出后持股比例，缺省按退出比例推算"),
      .nature,
      Field(
        "cost", "成本法", .choice([Choice("average", "平均"), Choice("specific", "个别")]),
        "cost taken out: of all instalments alike or of one; average when absent", "转出成本按各笔平均或按指定一笔，缺省为平均"),
      Field(
        "instalment", "出资笔次", .event, "the payment that specific cost takes, #NUMBER or its key",
        "个别计价所指的出资事项，#编号或唯一键"),
      .concessionOverride, .authorised,
      Field("buyer", "受让方", .name(.party), "who buys it", "受让方"),
    ],
    example: "2025-06-20 exit 力得/A 6,800,000.00 CNY part:100% way:buyback due:6,387,500.00 cash:其他财政存款",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      let proceeds = try reader.proceeds()
      let position = try reader.heldPosition(of: deal)
      let dimensions = reader.dimensions(of: deal)
      effect.bindEquityClass(of: reader.register[deal.party])
      let way = ExitWay(name: reader.event.choice("way")) ?? .transfer
      effect.bindings["income"] = way == .liquidation ? "清算" : "产权转让"
      let taking = try reader.taking(of: deal, position)
      let carrying = try reader.takeOut(taking, of: position, deal, to: &effect)
      try reader.addInflow(proceeds, deal, .proceedsTreasury, .proceedsHolder, to: &effect)
      let gain = try reader.checked { () throws(MoneyOverflow) in try proceeds.minorUnits.minus(carrying) }
      if gain < 0 {
        effect.add(.loss, Money(0 - gain, proceeds.commodity), dimensions)
      } else {
        effect.add(.gain, Money(gain, proceeds.commodity), dimensions)
      }
      try reader.addPriceDue(deal, way, taking, proceeds: proceeds, to: &effect)
      try reader.addBuyer(of: deal, to: &effect)
      effect.setExitWay(way)
    })
}

extension EventReader {
  /// What the sale brought: nothing or more.
  fileprivate func proceeds() throws(Diagnostic) -> Money {
    let money = try baseAmount()
    if money.minorUnits < 0 {
      throw failure(
        .notPositive, Wording("处置价款不能小于零", "proceeds are not below zero"), hint: Wording("处置费用用 fee 记", "costs of a sale are a fee"),
        field: "amount")
    }
    return money
  }
}
