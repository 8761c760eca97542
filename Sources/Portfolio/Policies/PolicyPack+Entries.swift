import LedgerCore

extension PolicyPack {
  /// What a pack says for all its rules.
  struct Frame {
    let policy: String
    let citation: String
    let level: PolicyLevel
    let status: RuleSet.Status
    let from: Day
    let until: Day
  }

  /// Reads one rule of a pack file.
  ///
  /// - Throws: `badPolicyFile` at the member that cannot be understood, else at the rule.
  static func requirement(
    _ entry: Entry, in frame: Frame, _ data: DataFile, _ place: JSONPath
  ) throws(Diagnostic) -> Requirement {
    guard let rule = PolicyRule(id: entry.rule) else {
      let near = Spelling.nearest(to: entry.rule, among: PolicyRule.allCases.map(\.rawValue))
      throw data.bad(
        Wording("没有规则 \(entry.rule)", "there is no rule \(entry.rule)")
          + (near.map { Wording("；", "; ") + Wording.didYouMean($0) } ?? Wording.none), at: place.appending("rule"))
    }
    let (from, until) = try days(of: entry, in: frame, data, place)
    var requirement = try data.at(place) { () throws(Diagnostic) in
      Requirement(
        rule: rule, policy: frame.policy, level: frame.level, from: from, until: until,
        recording: try word(entry.recording ?? "report", "recording"), finding: try word(entry.finding ?? "warn", "finding"),
        citation: entry.citation ?? frame.citation,
        status: try entry.status.map { text throws(Diagnostic) in try word(text, "status") } ?? frame.status)
    }
    try readParameters(of: entry, into: &requirement, data, place)
    if let lacking = requirement.lacking {
      throw data.bad(
        Wording("规则 \(rule.rawValue) 缺 \(lacking.rawValue)", "rule \(rule.rawValue) needs \(lacking.rawValue)"), at: place)
    }
    if requirement.recording != .report && !rule.isEnforceable {
      throw data.bad(
        Wording(
          "规则 \(rule.rawValue) 只在检查时用：recording 写 report",
          "rule \(rule.rawValue) is looked at by the check alone: recording is report"), at: place.appending("recording"))
    }
    return requirement
  }

  /// The days on which a rule is in force: its own within those of the pack.
  private static func days(
    of entry: Entry, in frame: Frame, _ data: DataFile, _ place: JSONPath
  ) throws(Diagnostic) -> (from: Day, until: Day) {
    let from = try data.at(place.appending("from")) { () throws(Diagnostic) in try day(entry.from) }
    let until = try data.at(place.appending("until")) { () throws(Diagnostic) in try day(entry.until) }
    let last = place.appending(until == nil ? "from" : "until")
    if let from, let until, until < from {
      throw data.bad(Wording("规则 \(entry.rule)：", "rule \(entry.rule): ") + ends(until, before: from), at: last)
    }
    let days = (from: max(frame.from, from ?? frame.from), until: min(frame.until, until ?? frame.until))
    if days.until < days.from {
      let span = span(frame.from, frame.until)
      throw data.bad(
        Wording(
          "规则 \(entry.rule) 在政策包的日期（\(span.zh)）内没有生效的一天",
          "rule \(entry.rule) is in force on no day of the pack, \(span.en)"), at: last)
    }
    return days
  }

  private static func span(_ from: Day, _ until: Day) -> Wording {
    let first = from == .always ? Wording.none : Wording("\(from) 起", "from \(from)")
    let last = until == .never ? Wording.none : Wording("\(until) 止", "until \(until)")
    return first.isEmpty || last.isEmpty ? first + last : first + Wording("，", " ") + last
  }

  /// Reads how much a rule allows or asks for.
  private static func readParameters(
    of entry: Entry, into requirement: inout Requirement, _ data: DataFile, _ place: JSONPath
  ) throws(Diagnostic) {
    let rule = requirement.rule
    func bad(_ message: Wording, _ parameter: PolicyParameter) -> Diagnostic {
      data.bad(Wording("规则 \(rule.rawValue)：", "rule \(rule.rawValue): ") + message, at: place.appending(parameter.rawValue))
    }
    for parameter in PolicyParameter.allCases where entry.says(parameter) && !rule.needed.contains(parameter) {
      let needed = rule.needed.map(\.rawValue)
      let takes =
        needed.isEmpty
        ? Wording("没有参数", "it takes no parameter")
        : Wording("有 \(needed.joined(separator: "、"))", "it takes \(needed.joined(separator: ", "))")
      throw bad(Wording("没有参数 \(parameter.rawValue)；", "it has no \(parameter.rawValue); ") + takes, parameter)
    }
    if let text = entry.rate {
      guard let rate = Rate(text), rate >= .zero else {
        let flaw = Rate.flaw(of: text).map { $0.sentence + Wording("；", "; ") + $0.advice }
        throw bad(flaw ?? Wording("\(text) 不是比率", "\(text) is not a rate"), .rate)
      }
      if rate > .whole {
        throw bad(Wording("比例至多 100%；\(text) 不限制任何事", "a share is at most 100%; \(text) limits nothing"), .rate)
      }
      requirement.rate = rate
    }
    if let text = entry.amount {
      guard let amount = DecimalText.parse(text.utf8, scale: 2), amount > 0 else {
        throw bad(Wording("\(text) 不是以元为单位的金额", "\(text) is not an amount in yuan"), .amount)
      }
      requirement.amount = amount
    }
    if let text = entry.term {
      guard let months = FieldParser.months(text) else { throw bad(Wording("\(text) 不是期限", "\(text) is not a term"), .term) }
      requirement.months = Int(clamping: months)
    }
    if let days = entry.days, days < 0 { throw bad(Wording("天数不能为负", "days are not negative"), .days) }
    requirement.days = entry.days
    requirement.words = entry.words ?? []
  }
}

extension PolicyPack.Entry {
  /// Whether a parameter is given.
  fileprivate func says(_ parameter: PolicyParameter) -> Bool {
    switch parameter {
    case .rate: rate != nil
    case .amount: amount != nil
    case .term: term != nil
    case .days: days != nil
    case .words: words != nil
    }
  }
}
