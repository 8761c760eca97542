import LedgerCore

extension EventDeclaration {
  /// The books go over to another chart (新旧衔接).
  static let `switch` = EventDeclaration(
    "switch", "新旧衔接", .general,
    summary: "The books follow another rule set from a day on; every balance of the old chart is carried over.",
    summaryChinese: "自某日起改用另一套记账规则；旧科目余额全部转入新科目。",
    fields: [
      Field("rules", "记账规则", .text, "rule set that is followed from the day on", "自该日起采用的记账规则").positional,
      Field("digest", "规则摘要", .text, "SHA-256 of the rule set's bytes; filled in when recorded", "记账规则文件的 SHA-256，记入时自动填写"),
    ],
    example: "2023-01-01 switch fiscal-2022 doc:财库〔2022〕41号",
    declare: { reader, register throws(Diagnostic) in
      _ = register.open(try reader.rulesToFollow(), from: reader.day)
    },
    effect: { reader, effect throws(Diagnostic) in
      let rules = try reader.rulesToFollow()
      let periods = reader.register.timeline.periods
      let last = periods[periods.count - 1]
      if rules.name == last.rules.name && rules.version == last.rules.version {
        throw reader.failure(
          .alreadyDeclared, Wording("本账簿已用规则 \(rules.name)", "these books follow \(rules.name) already"),
          hint: Wording("不用再记", "nothing has to be recorded"), field: "rules")
      }
      if reader.day <= last.from || reader.day != reader.day.month.start || reader.day < rules.effectiveFrom {
        throw reader.failure(
          .badFieldValue, Wording("规则 \(rules.name) 不能自 \(reader.day) 起执行", "\(rules.name) cannot be in force from \(reader.day)"),
          hint: Wording(
            "科目表在月初变更，晚于上次变更，且不早于生效日 \(rules.effectiveFrom)",
            "a chart changes on the first day of a month, after the last change, and not before "
              + "\(rules.effectiveFrom), when it takes effect"))
      }
      effect.opens = rules
    })
}

extension EventReader {
  /// The rule set that a `switch` event names: the one that it brought already, or one from the library.
  fileprivate func rulesToFollow() throws(Diagnostic) -> RuleSet { try register.rules(toFollow: event) }
}

extension Register {
  /// The rule set that a `switch` event names: the one that it brought already, or one from the library.
  ///
  /// - Throws: `badUsage` when there is no such rule set.
  public func rules(toFollow event: Event) throws(Diagnostic) -> RuleSet {
    let name = event.text("rules") ?? ""
    if let known = timeline.periods.first(where: { $0.from == event.effectiveDay && $0.rules.name == name }) {
      return known.rules
    }
    do throws(Diagnostic) { return try library.ruleSet(named: name, digest: event.text("digest")) } catch {
      throw error.at(event.position(of: "rules"))
    }
  }
}
