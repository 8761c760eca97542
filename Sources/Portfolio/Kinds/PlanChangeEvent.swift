import LedgerCore

extension EventDeclaration {
  /// What changes of a planned project as from a day, or the deal that came of it; posts nothing.
  static let planChange = EventDeclaration(
    "plan-change", "计划调整", .investment,
    summary: "Changes a project of the yearly plan as from its day, or names the deal that came of it; what is not stated "
      + "stays. Posts nothing.",
    summaryChinese: "自事项日期起调整年度投资计划中的项目，或注明由此形成的投资项目；未写明的不变。不记账。",
    fields: [
      .plannedProject, .amount.optionalPositional, .planYear, .plannedParty, .plannedMethod, .plannedFunding, .plannedShare, .decideBy,
      .expectedLeverage, .dealOfPlan,
    ],
    example: "2022-05-30 plan-change 制动器生产线 6,000,000.00 CNY deal:力得/A doc:聊财投〔2022〕9号",
    effect: { reader, effect throws(Diagnostic) in
      let plan = try reader.yearPlan(reader.planYear)
      let known = try reader.plannedProject(in: plan)
      let money = reader.event.amount("amount") == nil ? Money(known.amount, reader.register.baseID) : try reader.positiveAmount()
      try reader.checkPlanned(in: plan, programme: known.programme, party: known.party)
      effect.add(
        .planned, money, try reader.plannedDimensions(known.programme, known), traits: .ofYear(reader.planYear))
    })
}
