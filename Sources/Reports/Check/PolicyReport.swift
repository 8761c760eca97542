import LedgerCore
import Portfolio
import ReportDocument

/// What policies there are and what they ask for; about no books.
public enum PolicyReport {
  /// A list of packs.
  public static func list(of packs: [PolicyPack]) -> ReportDocument {
    var table = Table(
      "packs",
      columns: [
        Column("name", Phrase("名称", "Name")), Column("title", Phrase("标题", "Title")),
        Column("jurisdiction", Phrase("适用范围", "Where")), Column("level", Phrase("层级", "Level")),
        Column("from", Phrase("自", "From"), .day), Column("until", Phrase("至", "Until"), .day),
        Column("rules", Phrase("要求", "Requirements"), .integer), Column("status", Phrase("状态", "Status")),
      ])
    for pack in packs {
      table.add(
        .text(pack.name), .text(pack.title), .text(pack.jurisdiction),
        .code(pack.level.rawValue, Phrase(pack.level.chinese, pack.level.rawValue)),
        .day(pack.from), .day(pack.until), .count(pack.requirements.count), pack.status.cell)
    }
    return ReportDocument(
      "policies", title: Phrase("政策包", "Policy packs"), sections: [Section("packs", blocks: [.table(table)])],
      notes: [unverified])
  }

  /// The rules that a requirement may name.
  public static func rules() -> ReportDocument {
    var table = Table(
      "rules",
      columns: [
        Column("id", Phrase("规则代号", "Rule id")), Column("rule", Phrase("规则", "Rule")),
        Column("needs", Phrase("所需参数", "Needs")), Column("bounds", Phrase("参数含义", "Bounds")),
        Column("recording", Phrase("记录时可控", "Can refuse")),
      ])
    for rule in PolicyRule.allCases {
      table.add(
        .text(rule.rawValue), .phrase(rule.title), .text(rule.needed.map(\.rawValue).joined(separator: ", ")),
        .text(rule.parameterChinese), rule.isEnforceable ? .code("yes", Phrase("是", "yes")) : .empty)
    }
    return ReportDocument(
      "rules", title: Phrase("监管规则", "Rules"), sections: [Section("rules", blocks: [.table(table)])])
  }

  /// What a pack asks for; with a day, what of it is still to come or in force then.
  public static func contents(of pack: PolicyPack, from day: Day = .always) -> ReportDocument {
    var table = Table(
      "requirements",
      columns: [
        Column("id", Phrase("规则代号", "Rule id")), Column("rule", Phrase("规则", "Rule")),
        Column("parameters", Phrase("参数", "Parameter")), Column("recording", Phrase("记录", "Recording")),
        Column("finding", Phrase("检查", "Check")), Column("from", Phrase("自", "From"), .day),
        Column("until", Phrase("至", "Until"), .day), Column("source", Phrase("出处", "Source")),
        Column("status", Phrase("状态", "Status")),
      ])
    for requirement in pack.requirements where requirement.until >= day {
      table.add(
        .text(requirement.rule.rawValue), .phrase(requirement.rule.title), .phrase(requirement.parameters(in: .renminbi)),
        requirement.recording.cell, requirement.finding.cell, .day(max(requirement.from, day)), .day(requirement.until),
        .text(requirement.citation), requirement.status.cell)
    }
    return ReportDocument(
      "policy", title: .plain("\(pack.name) \(pack.title)"),
      definitions: [Phrase("出处：\(pack.citation)", "Source: \(pack.citation)")],
      sections: [Section("requirements", blocks: [.table(table)])], notes: [unverified])
  }

  private static let unverified = Phrase(
    "状态为“未核对”的参数未与正式文本核对；请按当地文件另备政策包",
    "What is marked unverified was not read in the official text; keep a pack of your own by your own documents")
}
