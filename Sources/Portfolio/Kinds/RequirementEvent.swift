import LedgerCore

extension EventDeclaration {
  /// One requirement that the books are held to from a day on: a rule with its parameters, strictness and source.
  static let requirement = EventDeclaration(
    "requirement", "监管要求", .register,
    summary: "Holds the books to a rule from its day on: its parameter, how strictly when recording and when checking, "
      + "and its source. The narrowest counts, of those the latest.",
    summaryChinese: "规定自当日起适用的一项要求：参数、记录和检查时的宽严、出处；范围最窄者优先，同范围以最近者为准。",
    fields: [
      Field("rule", "规则", .text, "id of the rule, as bgt policy rules lists them", "规则代号，见 bgt policy rules").positional,
      Field("rate", "比例", .rate, "cap or floor as a share", "比例上限或下限"),
      Field("amount", "金额", .amount, "cap as an amount", "金额上限"),
      Field("term", "期限", .term, "length of time, as 1y or 6m", "期限，如 1y、6m"),
      Field("days", "天数", .integer, "number of days, or of working days", "天数或工作日数"),
      Field("words", "词语", .text, "codes or words that it looks for, separated by commas", "所查代码或词语，用逗号分隔"),
      Field("programme", "项目计划", .name(.programme), "only this programme", "仅限该项目计划"),
      Field(
        "recording", "记录时", .choice(RecordingMode.choices), "what happens when it is broken by an event; report when absent",
        "记录时违反如何处理，缺省为仅报告"),
      Field(
        "finding", "检查时", .choice(FindingMode.choices), "how the check speaks of it; warn when absent",
        "检查时如何列示，缺省为警告"),
      Field("level", "层级", .choice(PolicyLevel.choices), "whose requirement it is; own when absent", "要求的层级，缺省为自定"),
      Field("policy", "政策", .text, "pack that it comes from", "所属政策包"), .until, .cite, .status,
    ],
    example: "2024-01-01 requirement share-cap rate:20% recording:refuse finding:breach policy:city-example level:city",
    declare: { reader, register throws(Diagnostic) in register.requirements.add(try reader.requirement()) })
}

extension EventReader {
  /// What a `requirement` event says.
  fileprivate func requirement() throws(Diagnostic) -> Requirement {
    let id = event.text("rule") ?? ""
    guard let rule = PolicyRule(id: id) else {
      let near =
        Spelling.nearest(to: id, among: PolicyRule.allCases.map(\.rawValue))
      throw failure(
        .unknownRequirement, Wording("没有规则 \(id)", "there is no rule \(id)"),
        hint: .didYouMean(near, then: Wording("bgt policy rules 列出全部规则", "bgt policy rules lists them")), field: "rule")
    }
    var requirement = Requirement(
      rule: rule, policy: event.text("policy") ?? "", level: PolicyLevel(rawValue: event.choice("level") ?? "") ?? .own,
      programme: try programme()?.id ?? .none, from: day, until: try lastDay(),
      recording: RecordingMode(rawValue: event.choice("recording") ?? "") ?? .report,
      finding: FindingMode(rawValue: event.choice("finding") ?? "") ?? .warn,
      citation: event.text("cite") ?? event.text("doc") ?? "", status: event.status, sequence: sequence)
    requirement.rate = event.rate("rate")
    if event.amount("amount") != nil { requirement.amount = try positiveAmount().minorUnits }
    requirement.months = event.integer("term").map { Int(clamping: $0) }
    requirement.days = event.integer("days").map { Int(clamping: $0) }
    requirement.words = Register.names(in: event.text("words") ?? "")
    try check(requirement)
    return requirement
  }

  private func check(_ requirement: Requirement) throws(Diagnostic) {
    let isOff = requirement.finding == .off
    if !isOff, let lacking = requirement.lacking {
      throw failure(
        .requirementIncomplete,
        Wording(
          "\(requirement.rule.rawValue)（\(requirement.rule.chinese)）要有 \(lacking.rawValue)",
          "\(requirement.rule.rawValue) (\(requirement.rule.chinese)) needs \(lacking.rawValue)"),
        hint: Wording(
          "bgt policy rules 列出每条规则的参数；finding:off 停用该规则", "bgt policy rules says what each rule needs; finding:off switches it off"),
        field: "rule")
    }
    if requirement.recording != .report && (isOff || !requirement.rule.isEnforceable) {
      throw failure(
        .conflictingFields,
        Wording(
          "\(requirement.rule.rawValue) 只在检查时判断，或根本不判断", "\(requirement.rule.rawValue) is looked at by the check alone, or not at all"),
        hint: Wording("不写 recording", "leave recording out"), field: "recording")
    }
    if let rate = requirement.rate, rate < .zero {
      throw failure(
        .badFieldValue, Wording("比例不能小于零", "a share is not below zero"), hint: Wording("写作 20%", "write it as 20%"), field: "rate")
    }
    if let days = requirement.days, days < 0 {
      throw failure(
        .badFieldValue, Wording("天数不能小于零", "days are not below zero"), hint: Wording("写作 20", "write them as 20"), field: "days")
    }
  }
}
