import LedgerCore

extension EventReader {
  /// The name of the project that the event is about.
  var plannedName: String { event.text("project") ?? "" }

  /// The year of the plan that the event is about.
  var planYear: Int { event.integer("year").map { Int(clamping: $0) } ?? day.year }

  /// How the plan of a year stands in all that was recorded before the event.
  func yearPlan(_ year: Int) throws(Diagnostic) -> YearPlan {
    var plan = YearPlan()
    for sequence in try positions.plans().events(ofYear: year) {
      guard let stated = try positions.planEvent(sequence, in: history) else { continue }
      plan.apply(stated, at: sequence, register)
    }
    return plan
  }

  /// The project that the event changes or takes out, which must be in the plan.
  func plannedProject(in plan: YearPlan) throws(Diagnostic) -> PlannedProject {
    guard let known = plan.projects[plannedName] else {
      let near = Spelling.nearest(to: plannedName, among: plan.projects.keys.sorted())
      throw failure(
        .notPlanned, Wording("\(plannedName)不在 \(planYear) 年计划中", "\(plannedName) is not in the plan of \(planYear)"),
        hint: near.map(Wording.didYouMean)
          ?? Wording("用 plan 列入，或写明其计划年度：year:2022", "take it in with plan, or name the year of its plan: year:2022"), field: "project")
    }
    if let withdrawn = known.withdrawn {
      throw failure(
        .notPlanned,
        Wording(
          "\(known.name)已于 \(withdrawn) 退出 \(planYear) 年计划", "\(known.name) was taken out of the plan of \(planYear) on \(withdrawn)"),
        hint: Wording("用 plan 重新列入", "take it in anew with plan"), field: "project")
    }
    if day < known.day {
      throw failure(
        .badFieldValue,
        Wording(
          "\(known.name)自 \(known.day) 起列入计划，事项日期是 \(day)", "\(known.name) is in the plan since \(known.day), the event is dated \(day)"),
        hint: Wording("日期写该日或以后", "date it on that day or later"))
    }
    return known
  }

  /// Refuses a year in which the programme does not run.
  func checkPlanYear(_ year: Int, of programme: Programme) throws(Diagnostic) {
    if (programme.from.year...programme.to.year).contains(year) { return }
    throw failure(
      .outsideProgramme,
      Wording(
        "\(programme.name)的期限是 \(Day.span(programme.from, programme.to))，计划是 \(year) 年的",
        "\(programme.name) runs \(Day.span(programme.from, programme.to)), the plan is of \(year)"),
      hint: Wording("延长项目计划的期限，或更正年度", "declare the programme with a longer life, or correct the year"), field: "year")
  }

  /// Checks what a plan states: figures that can be, a deal of the same programme and party that no other project has.
  func checkPlanned(in plan: YearPlan, programme: ProgrammeID, party: PartyID?) throws(Diagnostic) {
    if let share = event.rate("share"), share < .zero || share.partsPerBillion > Rate.whole.partsPerBillion {
      throw failure(
        .badFieldValue, Wording("股比在 0 到 100 % 之间", "a share is between 0 and 100 %"), hint: Wording("写作 8.5%", "write it as 8.5%"),
        field: "share")
    }
    if let leverage = event.rate("leverage"), leverage < .zero {
      throw failure(
        .badFieldValue, Wording("倍数不能为负", "leverage is not negative"),
        hint: Wording("我方一元带动他方三元，写 3", "write 3 for three yuan of others to one of ours"), field: "leverage")
    }
    let named = try self.party()
    guard let name = event.text("deal") else { return }
    guard let deal = register.deal(named: name) else { _ = try self.deal(); return }
    if deal.programme != programme {
      throw failure(
        .conflictingFields,
        Wording(
          "\(name)是\(register[deal.programme].name)的项目，计划属于\(register[programme].name)",
          "\(name) is a deal of \(register[deal.programme].name), the plan of \(register[programme].name)"),
        hint: Wording("写同一项目计划的项目", "name a deal of the same programme"), field: "deal")
    }
    if let party = named?.id ?? party, !party.isNone, party != deal.party {
      throw failure(
        .conflictingFields,
        Wording(
          "\(name)的被投单位是\(register[deal.party].name)，计划写的是\(register[party].name)",
          "\(name) is a deal with \(register[deal.party].name), the plan names \(register[party].name)"),
        hint: Wording("同时更改计划的单位", "change the party of the plan too"), field: "deal")
    }
    for other in plan.projects.values where other.deal == deal.id && other.withdrawn == nil && other.name != plannedName {
      throw failure(
        .alreadyPlanned, Wording("\(name)已对应计划中的另一项目\(other.name)", "\(name) came of \(other.name), another project of the plan"),
        hint: Wording("一个投资项目只对应计划中的一个项目", "one deal is of one project of a plan"),
        field: "deal")
    }
  }

  /// What a plan is about: its programme, the deal that came of it, its party.
  func plannedDimensions(_ programme: ProgrammeID, _ known: PlannedProject?) throws(Diagnostic) -> Dimensions {
    let deal = event.text("deal").flatMap(register.deal(named:))?.id ?? known?.deal ?? .none
    if !deal.isNone { return dimensions(of: register[deal]) }
    return Dimensions(programme: programme, party: try party()?.id ?? known?.party ?? .none)
  }
}
