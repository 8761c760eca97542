import FoundationEssentials
import LedgerCore

extension PolicyPack {
  /// The shape of a pack file (JSON), documented in Docs/checks.md.
  private struct File: Decodable, ShapedByKeys {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case name, version, title, jurisdiction, level, citation, status, from, until, rules
    }

    let name: String
    let version: Int
    let title: String
    let jurisdiction: String
    let level: String
    let citation: String
    let status: String
    let from: String
    let until: String?
    let rules: [KnownMembers<Entry>]
  }

  private struct Entry: Decodable, ShapedByKeys {
    enum CodingKeys: String, CodingKey, CaseIterable {
      case rule, rate, amount, term, days, words, recording, finding, citation, status, from, until
    }

    let rule: String
    let rate: String?
    let amount: String?
    let term: String?
    let days: Int?
    let words: [String]?
    let recording: String?
    let finding: String?
    let citation: String?
    let status: String?
    let from: String?
    let until: String?
  }

  /// Reads a pack file.
  ///
  /// - Throws: `badPolicyFile` that names the first thing that cannot be understood.
  public init(reading bytes: [UInt8]) throws(Diagnostic) {
    let file: File
    do { file = try JSONDecoder().decode(KnownMembers<File>.self, from: Data(bytes)).value } catch {
      throw PolicyPack.bad("the file is not of the documented shape: \(PolicyPack.reason(error))")
    }
    name = file.name
    version = file.version
    title = file.title
    jurisdiction = file.jurisdiction
    level = try PolicyPack.word(file.level, "level")
    citation = file.citation
    status = try PolicyPack.word(file.status, "status")
    from = try PolicyPack.day(file.from) ?? .always
    until = try PolicyPack.day(file.until) ?? .never
    if name.isEmpty || until < from { throw PolicyPack.bad("a pack has a name, and ends no earlier than it begins") }
    var requirements: [Requirement] = []
    for entry in file.rules.map(\.value) {
      let requirement = try PolicyPack.requirement(entry, file, level, status, from, until)
      let isRepeated = requirements.contains {
        $0.rule == requirement.rule && $0.from <= requirement.until && requirement.from <= $0.until
      }
      if isRepeated { throw PolicyPack.bad("rule \(entry.rule) stands twice for the same days") }
      requirements.append(requirement)
    }
    self.requirements = requirements
    source = bytes
  }

  private static func requirement(
    _ entry: Entry, _ file: File, _ level: PolicyLevel, _ status: RuleSet.Status, _ from: Day, _ until: Day
  ) throws(Diagnostic) -> Requirement {
    guard let rule = PolicyRule(id: entry.rule) else {
      let near = Spelling.nearest(to: entry.rule, among: PolicyRule.allCases.map(\.rawValue))
      throw bad("there is no rule \(entry.rule)" + (near.map { "; did you mean \($0)?" } ?? ""))
    }
    var requirement = Requirement(
      rule: rule, policy: file.name, level: level, from: max(from, try day(entry.from) ?? from),
      until: min(until, try day(entry.until) ?? until), recording: try word(entry.recording ?? "report", "recording"),
      finding: try word(entry.finding ?? "warn", "finding"), citation: entry.citation ?? file.citation,
      status: try entry.status.map { text throws(Diagnostic) in try word(text, "status") } ?? status)
    if let text = entry.rate {
      guard let rate = Rate(text), rate >= .zero else { throw bad("rule \(rule.rawValue): \(text) is not a rate") }
      if rate > .whole { throw bad("rule \(rule.rawValue): a share is at most 100%; \(text) limits nothing") }
      requirement.rate = rate
    }
    if let text = entry.amount {
      guard let amount = DecimalText.parse(text.utf8, scale: 2), amount > 0 else {
        throw bad("rule \(rule.rawValue): \(text) is not an amount in yuan")
      }
      requirement.amount = amount
    }
    if let text = entry.term {
      guard let months = FieldParser.months(text) else { throw bad("rule \(rule.rawValue): \(text) is not a term") }
      requirement.months = Int(clamping: months)
    }
    if let days = entry.days, days < 0 { throw bad("rule \(rule.rawValue): days are not negative") }
    requirement.days = entry.days
    requirement.words = entry.words ?? []
    if let lacking = requirement.lacking { throw bad("rule \(rule.rawValue) needs \(lacking.rawValue)") }
    if requirement.recording != .report && !rule.isEnforceable {
      throw bad("rule \(rule.rawValue) is looked at by the check alone: recording is report")
    }
    return requirement
  }

  private static func word<Word: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ key: String
  ) throws(Diagnostic) -> Word {
    if let word = Word(rawValue: text) { return word }
    throw bad("\(key) \(text) is none of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
  }

  private static func day(_ text: String?) throws(Diagnostic) -> Day? {
    guard let text else { return nil }
    guard let day = Day(text) else { throw bad("\(text) is not a date") }
    return day
  }

  /// What a decoder complains about, on one line.
  static func reason(_ error: any Error) -> String {
    if let unknown = error as? UnknownMember { return unknown.reason }
    guard let error = error as? DecodingError else { return "\(error)" }
    switch error {
    case .keyNotFound(let key, _): return "\(key.stringValue) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\(context.codingPath.map(\.stringValue).joined(separator: ".")) is of the wrong kind"
    default: return "it is no JSON"
    }
  }

  static func bad(_ message: String) -> Diagnostic {
    Diagnostic(.badPolicyFile, "policy file: \(message)", hint: "Docs/checks.md describes policy files")
  }
}
