import LedgerCore

extension EventDeclaration {
  /// A policy that the books follow; its requirements are events of their own, so that a replay needs nothing else.
  static let policy = EventDeclaration(
    "policy", "采用政策", .register,
    summary: "Says that the books follow a policy from its day on; each of its requirements is an event of its own.",
    summaryChinese: "声明账簿自当日起采用某项政策；其各项要求另以监管要求事项记入。",
    fields: [
      Field("name", "名称", .text, "short name of the pack", "政策包简称").positional,
      Field("title", "标题", .text, "title of the policy", "政策标题").optionalPositional,
      Field("jurisdiction", "适用范围", .text, "where it applies", "适用范围"), .until, .cite, .status,
      Field("digest", "文件摘要", .text, "SHA-256 of the pack file", "政策包文件的 SHA-256"),
    ],
    example: "2024-01-01 policy city-example \"市级股权投资管理办法（示例）\" jurisdiction:示例市 cite:示例文件 status:unverified",
    declare: { reader, register throws(Diagnostic) in
      let event = reader.event
      let until = try reader.lastDay()
      register.policies.append(
        AdoptedPolicy(
          name: event.text("name") ?? "", title: event.text("title") ?? "", jurisdiction: event.text("jurisdiction") ?? "",
          from: reader.day, until: until, citation: event.text("cite") ?? event.text("doc") ?? "",
          status: event.status, digest: event.text("digest") ?? "", sequence: reader.sequence))
    })
}

extension EventReader {
  /// The field `until`, not before the event; `never` when absent.
  func lastDay() throws(Diagnostic) -> Day {
    let until = event.day("until") ?? .never
    guard until >= day else {
      throw failure(
        .badFieldValue, Wording("到 \(until) 为止，早于起始日 \(day)", "it ends on \(until), before it begins on \(day)"),
        hint: Wording("更正 until", "correct until"), field: "until")
    }
    return until
  }
}

extension Event {
  /// Whether what the event says was read in the official text; unverified when it does not say.
  var status: RuleSet.Status { choice("status").flatMap { RuleSet.Status(rawValue: $0) } ?? .unverified }
}
