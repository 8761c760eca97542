import LedgerCore

extension EventDeclaration {
  /// Whether its events are about a project of a yearly plan.
  public var isOfPlan: Bool { [EventDeclaration.plan, .planChange, .planWithdraw].contains(self) }

  /// A project given up before it was invested in; posts nothing.
  static let planWithdraw = EventDeclaration(
    "plan-withdraw", "计划撤销", .investment,
    summary: "Takes a project out of the yearly plan as from its day; it stays listed as withdrawn. Posts nothing.",
    summaryChinese: "自事项日期起将项目撤出年度投资计划，仍列示为已撤销；不记账。",
    fields: [.plannedProject, .planYear, Field("reason", "原因", .text, "why it is given up", "撤销原因").required],
    example: "2022-09-30 plan-withdraw 制动器生产线 reason:尽职调查未通过",
    effect: { reader, effect throws(Diagnostic) in
      let known = try reader.plannedProject(in: try reader.yearPlan(reader.planYear))
      effect.add(
        .planned, Money(0, reader.register.baseID), try reader.plannedDimensions(known.programme, known),
        traits: .ofYear(reader.planYear))
    })
}
