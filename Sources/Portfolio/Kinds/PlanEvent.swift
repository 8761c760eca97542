import LedgerCore

extension EventDeclaration {
  /// A project taken into the yearly plan of investments; posts nothing.
  static let plan = EventDeclaration(
    "plan", "投资计划", .investment,
    summary: "Takes a project into the yearly plan of investments: how much, in whom, out of what money, with what share and "
      + "what leverage; posts nothing. The plan is changed by plan-change and given up by plan-withdraw.",
    summaryChinese: "将项目列入年度投资计划：金额、拟投单位、资金来源、拟持股比例、预期放大倍数；不记账。调整用 plan-change，撤销用 plan-withdraw。",
    fields: [
      .plannedProject, .amount.positional, .planYear, .programme.required, .plannedParty, .plannedMethod, .plannedFunding,
      .plannedShare, .decideBy, .expectedLeverage, .dealOfPlan,
    ],
    example: "2022-01-10 plan 制动器生产线 5,000,000.00 CNY programme:拨改投 party:力得 method:直接投资 funding:fresh share:8.5% "
      + "decide-by:2022-05-31 leverage:3",
    effect: { reader, effect throws(Diagnostic) in
      let money = try reader.positiveAmount()
      let year = reader.planYear
      guard let programme = try reader.programme() else {
        throw reader.failure(.missingField, Wording("plan 要写明 programme（项目计划）", "plan needs programme"), field: "programme")
      }
      try reader.checkPlanYear(year, of: programme)
      let plan = try reader.yearPlan(year)
      if let known = plan.projects[reader.plannedName], known.withdrawn == nil {
        throw reader.failure(
          .alreadyPlanned,
          Wording(
            "\(known.name)自 \(known.day) 起已在 \(year) 年计划中，见 #\(known.sequence)",
            "\(known.name) is in the plan of \(year) since \(known.day), by #\(known.sequence)"),
          hint: Wording("用 plan-change 调整，或给新项目另起名称", "change it with plan-change, or name the new project otherwise"), field: "project")
      }
      try reader.checkPlanned(in: plan, programme: programme.id, party: nil)
      effect.add(.planned, money, try reader.plannedDimensions(programme.id, nil), traits: .ofYear(year))
    })
}
