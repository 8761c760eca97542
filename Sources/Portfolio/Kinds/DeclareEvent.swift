import LedgerCore

extension EventDeclaration {
  /// A dividend declared (E4).
  static let declare = EventDeclaration(
    "declare", "宣告分红", .investment,
    summary: "Records a dividend declared by an investee: our part becomes receivable.",
    summaryChinese: "登记被投单位宣告的分红：我方部分转为应收股利。",
    fields: [
      .deal.positional, .amount.optionalPositional, .ours, .ourShare,
      Field("due", "应收日期", .day, "day on which it is to be paid", "应支付日期"),
    ],
    example: "2023-04-20 declare 力得/A 2,000,000.00 CNY due:2023-06-30 doc:股东会决议",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      let position = try reader.position(of: deal)
      let part = try reader.ourPositivePart(of: deal)
      let dimensions = reader.dimensions(of: deal)
      guard position[.cost].hasBegun(by: reader.day) else {
        throw reader.failure(
          .overHolding, Wording("到 \(reader.day) 为止没有持有\(deal.name)", "nothing was held of \(deal.name) up to \(reader.day)"),
          hint: Wording("先记出资，或更正日期", "record the payment first, or correct the date"), field: "deal")
      }
      if position[.cost].amount(on: reader.day) <= 0 && position[.carrying].amount(on: reader.day) <= 0 {
        effect.warn(
          .declaredAfterExit,
          Wording(
            "到 \(reader.day) 已不再持有\(deal.name)，仍登记了分红",
            "nothing is held of \(deal.name) any more on \(reader.day), and a dividend is declared"),
          hint: Wording("核对日期；退出后仍归我方的分红，写明依据文件", "check the date; of a dividend that is ours all the same, name the document"),
          at: reader.event.position(of: "deal"))
      }
      effect.bindEquityClass(of: reader.register[deal.party])
      // Under the equity method a dividend lowers the investment, but never below zero: the rest is income.
      let fromInvestment = deal.usesEquityMethod ? min(part.minorUnits, max(0, position[.carrying].lowest(from: reader.day))) : 0
      effect.add(.declared, Money(fromInvestment, part.commodity), dimensions)
      effect.add(.declaredIncome, Money(part.minorUnits - fromInvestment, part.commodity), dimensions)
    })
}
