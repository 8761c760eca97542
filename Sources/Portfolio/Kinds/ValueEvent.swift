import LedgerCore

extension EventDeclaration {
  /// The fair value of what is held; posts nothing.
  static let value = EventDeclaration(
    "value", "估值", .investment,
    summary: "States what our holding is worth on a day; posts nothing, but reports and returns use it.",
    summaryChinese: "登记我方所持部分在某日的公允价值；不记账，供报表和收益计算使用。",
    fields: [
      .deal.positional, .amount.positional,
      Field("basis", "估值方法", .text, "how it was valued", "估值方法"), .share, .largest,
      Field(
        "risk", "风险分类", .choice(RiskClass.allCases.map { Choice($0.rawValue, $0.chinese) }),
        "how the holding is classed after investment", "投后管理的风险分类"),
    ],
    example: "2022-12-31 value 力得/A 6,200,000.00 CNY basis:最近融资价格",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      let money = try reader.baseAmount()
      if money.minorUnits < 0 {
        throw reader.failure(
          .notPositive, Wording("持股价值不能小于零", "a holding is not worth less than nothing"),
          hint: Wording("没有价值时写 0", "write 0 when nothing is left of it"), field: "amount")
      }
      if money.minorUnits > 0 { _ = try reader.heldPosition(of: deal) }
      effect.add(.fairValue, money, reader.dimensions(of: deal))
      try reader.addShare(of: deal, to: &effect)
    })
}
