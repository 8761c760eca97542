import LedgerCore
import Portfolio
import ReportDocument

/// The tables of a check.
enum CheckTables {
  /// What was found, the worst first; a line instead when there is nothing.
  static func findings(_ findings: [CheckFinding], _ requirements: RequirementSet, _ base: Commodity) -> [Block] {
    if findings.isEmpty { return [.paragraph(Phrase("没有发现问题。", "Nothing was found."))] }
    var table = Table(
      "findings",
      columns: [
        Column("severity", Phrase("级别", "Severity")), Column("date", Phrase("日期", "Date"), .day),
        Column("rule", Phrase("规则", "Rule")), Column("subject", Phrase("对象", "Subject"), link: .refers("deal")),
        Column("amount", Phrase("涉及金额", "Amount"), .money), Column("what", Phrase("情况", "What")),
        Column("basis", Phrase("依据", "Basis"), .integer),
      ])
    for finding in findings {
      let unnamed = finding.unnamedEvents
      let events = unnamed.prefix(2).map { " #\($0)" }.joined() + (unnamed.count > 2 ? " …" : "")
      table.add(
        finding.severity.cell, .day(finding.day), .code(finding.requirement.rule.rawValue, finding.requirement.rule.title),
        .text(finding.subject.name), .money(ifAny: finding.amount, base), .phrase(finding.what + .plain(events)),
        .count(number(of: finding.requirement, in: requirements)))
    }
    return [.table(table)]
  }

  /// The place of a requirement in the list of what was checked, from 1.
  private static func number(of requirement: Requirement, in requirements: RequirementSet) -> Int {
    (requirements.all.firstIndex(of: requirement) ?? -1) + 1
  }

  /// What could not be judged, by rule.
  static func unjudged(_ unjudged: [(rule: PolicyRule, why: Phrase)]) -> Table {
    var table = Table(
      "unjudged", columns: [Column("rule", Phrase("规则", "Rule")), Column("why", Phrase("原因", "Why"))])
    for (rule, why) in unjudged { table.add(.code(rule.rawValue, rule.title), .phrase(why)) }
    return table
  }

  /// The requirements that were looked at, with what was found of each rule.
  static func requirements(
    _ requirements: RequirementSet, _ findings: [CheckFinding], _ only: Set<PolicyRule>, _ base: Commodity
  ) -> Table {
    var table = Table(
      "requirements",
      columns: [
        Column("basis", Phrase("依据", "Basis"), .integer), Column("rule", Phrase("规则", "Rule")),
        Column("parameters", Phrase("参数", "Parameter")), Column("finding", Phrase("检查", "Check")),
        Column("recording", Phrase("记录", "Recording")), Column("from", Phrase("自", "From"), .day),
        Column("until", Phrase("至", "Until"), .day), Column("found", Phrase("发现", "Found"), .integer),
      ])
    for (index, requirement) in requirements.all.enumerated() where only.isEmpty || only.contains(requirement.rule) {
      let (rule, title) = (requirement.rule.rawValue, requirement.rule.title)
      table.add(
        .count(index + 1), .code(rule, Phrase("\(title.zh) \(rule)", rule)), .phrase(requirement.parameters(in: base)),
        requirement.finding.cell, requirement.recording.cell, .day(requirement.from), .day(requirement.until),
        .count(findings.count { $0.requirement == requirement }))
    }
    return table
  }

  /// Source and status of each requirement that something breaks, with what to do; empty when nothing does.
  static func sources(_ requirements: RequirementSet, _ findings: [CheckFinding]) -> Table {
    var table = Table(
      "sources",
      columns: [
        Column("basis", Phrase("依据", "Basis"), .integer), Column("rule", Phrase("规则", "Rule")),
        Column("advice", Phrase("处理", "What to do")), Column("source", Phrase("出处", "Source")),
        Column("status", Phrase("状态", "Status")),
      ])
    for (index, requirement) in requirements.all.enumerated() where findings.contains(where: { $0.requirement == requirement }) {
      table.add(
        .count(index + 1), .code(requirement.rule.rawValue, requirement.rule.title), .phrase(requirement.rule.advice),
        .text(requirement.citation), requirement.status.cell)
    }
    return table
  }
}

extension FindingMode {
  /// The mode as a cell: its code for machines.
  var cell: Cell { .code(rawValue, Phrase(chinese, rawValue)) }
}

extension RecordingMode {
  /// The mode as a cell: its code for machines.
  var cell: Cell { .code(rawValue, Phrase(chinese, rawValue)) }
}
