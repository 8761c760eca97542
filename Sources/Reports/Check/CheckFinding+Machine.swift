import LedgerCore
import Portfolio
import ReportDocument

extension CheckFinding {
  /// The finding as one JSON object, alike in every language; documented in Docs/checks.md.
  func machine(_ base: Commodity) -> JSONValue {
    .object([
      JSONMember("id", .string(id)),
      JSONMember("rule", .string(requirement.rule.rawValue)),
      JSONMember("severity", .string(severity.rawValue)),
      JSONMember("date", .day(day)),
      JSONMember("subjectKind", .string(subject.kind.rawValue)),
      JSONMember("subject", .string(subject.name)),
      JSONMember("amount", amount.map { .money($0, base) } ?? .null),
      JSONMember("events", .array(events.map { .integer($0) })),
      JSONMember("what", .object([JSONMember("zh", .string(what.zh)), JSONMember("en", .string(what.en))])),
      JSONMember(
        "advice",
        .object([JSONMember("zh", .string(advice.zh)), JSONMember("en", .string(advice.en))])),
      JSONMember(
        "exception",
        exception.map {
          .object([
            JSONMember("event", .integer($0.event)), JSONMember("authorised", .string($0.authorised)),
            JSONMember("reason", .string($0.reason)),
          ])
        } ?? .null),
      JSONMember(
        "requirement",
        .object([
          JSONMember("policy", .string(requirement.policy)),
          JSONMember("event", requirement.sequence == 0 ? .null : .integer(requirement.sequence)),
          JSONMember("from", .day(requirement.from)), JSONMember("until", .day(requirement.until)),
          JSONMember("citation", .string(requirement.citation)),
          JSONMember("status", .string(requirement.status.rawValue)),
        ])),
    ])
  }
}
