import LedgerCore

extension EventDeclaration {
  /// Profit turned into capital (E6).
  static let capitalise = EventDeclaration(
    "capitalise", "转增", .investment,
    summary: "Turns retained profit of an investee into capital: within the investment, from adjustment to capital.",
    summaryChinese: "被投单位以留存收益转增资本：由损益调整转入收益转增投资。",
    fields: [.deal.positional, .amount.optionalPositional, .ours, .ourShare],
    example: "2023-05-10 capitalise 力得/A ours:300,000.00 doc:股东会决议",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      try reader.checkEquityMethod(of: deal)
      let position = try reader.heldPosition(of: deal)
      let part = try reader.ourPositivePart(of: deal)
      let profit = max(0, position[.adjustment].lowest(from: reader.day))
      if part.minorUnits > profit {
        throw reader.failure(
          .overHolding,
          Wording("账上\(deal.name)的利润只有 \(reader.text(profit))", "\(reader.text(profit)) of profit of \(deal.name) is on the books"),
          hint: Wording("先用 result 记其盈亏；我方入股前的利润不用记账", "record its result first; profit earned before we came in needs no entry"),
          field: reader.event.amount("ours") != nil ? "ours" : "amount")
      }
      effect.bindEquityClass(of: reader.register[deal.party])
      effect.add(.capitalised, part, reader.dimensions(of: deal))
    })
}
