import LedgerCore

/// A policy as data: what a jurisdiction asks of public investors, with its source and whether that was checked.
public struct PolicyPack: Sendable {
  public let name: String
  public let version: Int
  public let title: String
  /// Where it applies, in words.
  public let jurisdiction: String
  public let level: PolicyLevel
  public let citation: String
  public let status: RuleSet.Status
  /// First and last day on which it is in force.
  public let from: Day
  public let until: Day
  public let requirements: [Requirement]
  /// The bytes of the file, whose digest the event of its adoption carries.
  public let source: [UInt8]

  /// The events that adopt the pack from a day on: one for the pack, one for each requirement still to come in force;
  /// what the register has already is left out.
  ///
  /// - Throws: `badFieldValue` when the pack is no more in force on the day.
  public func events(from day: Day, digest: String = "", for register: Register) throws(Diagnostic) -> [Event] {
    if day > until {
      throw Diagnostic(
        .badFieldValue, Wording("\(name) 执行到 \(until) 为止，早于 \(day)", "\(name) was in force until \(until), before \(day)"),
        hint: Wording("从较早的日期起采用", "adopt it from an earlier day"))
    }
    var events: [Event] = []
    let first = max(from, day)
    if !register.policies.contains(where: { $0.name == name && $0.from == first && $0.digest == digest }) {
      events.append(adoption(on: first, digest: digest))
    }
    for requirement in requirements where requirement.until >= day {
      var own = requirement
      own.from = max(own.from, day)
      if !register.requirements.has(own) { events.append(event(own, register)) }
    }
    return events
  }

  private func adoption(on day: Day, digest: String) -> Event {
    var event = Event(.policy, day: day)
    event["name"] = .text(name)
    event["title"] = .text(title)
    event["jurisdiction"] = .text(jurisdiction)
    event["until"] = until == .never ? .absent : .day(until)
    event["cite"] = .text(citation)
    event.choose(status.rawValue, for: "status")
    event["digest"] = digest.isEmpty ? .absent : .text(digest)
    return event
  }

  private func event(_ requirement: Requirement, _ register: Register) -> Event {
    var event = Event(.requirement, day: requirement.from)
    event["rule"] = .text(requirement.rule.rawValue)
    event["policy"] = .text(name)
    event["rate"] = requirement.rate.map { .rate($0) } ?? .absent
    event["amount"] = requirement.amount.map { .amount(Money($0, register.baseID)) } ?? .absent
    event["term"] = requirement.months.map { .integer(Int64($0)) } ?? .absent
    event["days"] = requirement.days.map { .integer(Int64($0)) } ?? .absent
    event["words"] = requirement.words.isEmpty ? .absent : .text(requirement.words.joined(separator: "、"))
    event["until"] = requirement.until == .never ? .absent : .day(requirement.until)
    event["cite"] = .text(requirement.citation)
    event.choose(level.rawValue, for: "level")
    event.choose(requirement.recording.rawValue, for: "recording")
    event.choose(requirement.finding.rawValue, for: "finding")
    event.choose(requirement.status.rawValue, for: "status")
    return event
  }
}

extension Event {
  /// Puts one of the words of a choice into a field; nothing happens for a word that is none of them.
  mutating func choose(_ word: String, for field: String) {
    guard let index = kind.index(named: field), case .choice(let choices) = kind.fields[index].type,
      let choice = choices.firstIndex(where: { $0.name == word })
    else { return }
    values[index] = .choice(choice)
  }
}
