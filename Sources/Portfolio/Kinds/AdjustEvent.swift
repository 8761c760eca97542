import LedgerCore

extension EventDeclaration {
  /// An error of a prior year put right (E12).
  static let adjust = EventDeclaration(
    "adjust", "前期差错更正", .investment,
    summary: "Puts an error of a prior year right, against prior-year surplus and, for money, the budget's carry-over.",
    summaryChinese: "更正以前年度差错，对应以前年度盈余调整；涉及资金的同时调整结转结余。",
    fields: [
      .deal.positional,
      Field("amount", "更正金额", .amount, "what is to be added; negative to take off", "应调增的金额，调减为负").positional,
      Field(
        "detail", "更正内容",
        .choice([Choice("cost", "投资成本"), Choice("result", "损益调整"), Choice("money", "资金")]),
        "what was wrong: the cost, the adjustment by results, or money paid or received",
        "差错所在：投资成本、损益调整或收付的资金"
      ).required,
      .cash, .nature,
    ],
    example: "2024-02-10 adjust 力得/A -20,000.00 CNY detail:result doc:审计决定",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      let money = try reader.baseAmount()
      if money.minorUnits == 0 {
        throw reader.failure(
          .notPositive, Wording("更正金额为零，等于没有更正", "a correction of nothing is none"),
          hint: Wording("写明要增加或减少多少", "write what is to be added or taken off"),
          field: "amount")
      }
      if try !reader.hasPriorYears(deal) {
        effect.warn(
          .noPriorYear,
          Wording(
            "\(reader.day.year)年以前没有\(deal.name)的事项，不是以前年度差错",
            "nothing is recorded of \(deal.name) before \(reader.day.year): this is no error of a prior year"),
          hint: Wording(
            "本年差错请冲销后重记（bgt reverse）；adjust 不经过本年收入、费用和预算",
            "an error of the same year is reversed and recorded anew (bgt reverse); adjust goes past income, expense and "
              + "the budget of the year"), at: reader.event.position(of: "amount"))
      }
      let dimensions = reader.dimensions(of: deal)
      effect.bindEquityClass(of: reader.register[deal.party])
      let cash = try reader.cash(default: CashAccount.treasury)
      effect.bindings["cash"] = cash
      effect.bindings["nature"] = reader.incomeNature.chinese
      switch reader.event.choice("detail") {
      case "result":
        try reader.checkEquityMethod(of: deal)
        effect.add(.correctedAdjustment, money, dimensions)
      case "money": effect.add(.correctedCash, money, dimensions, traits: CashAccount.traits(of: cash))
      default: effect.add(.correctedCost, money, dimensions)
      }
    })
}

extension EventReader {
  /// Whether a deal has anything of earlier years that a correction could be of: paid, taken over, or stated when the
  /// books began.
  fileprivate func hasPriorYears(_ deal: Deal) throws(Diagnostic) -> Bool {
    let first = Day.start(ofYear: day.year)
    return try positions.facts(of: deal.id).contains { fact in
      switch fact.measure {
      case .openingCost, .openingPaid, .openingAdjustment, .openingOtherEquity, .openingCapitalised: true
      case .paidFresh, .paidRecycled, .handedIn: fact.day < first
      default: false
      }
    }
  }
}
