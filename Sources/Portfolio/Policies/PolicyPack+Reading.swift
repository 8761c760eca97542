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

  /// One rule of a pack file.
  struct Entry: Decodable, ShapedByKeys {
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
  /// - Parameter name: the path of the file, for messages; empty for data without one.
  /// - Throws: `badPolicyFile` that names the first thing that cannot be understood, with its line.
  public init(reading bytes: [UInt8], file name: String = "") throws(Diagnostic) {
    let data = PolicyPack.data(bytes, name: name)
    let file = try data.read(File.self)
    let top = JSONPath()
    self.name = file.name
    version = file.version
    title = file.title
    jurisdiction = file.jurisdiction
    level = try data.at(top.appending("level")) { () throws(Diagnostic) in try PolicyPack.word(file.level, "level") }
    citation = file.citation
    status = try data.at(top.appending("status")) { () throws(Diagnostic) in try PolicyPack.word(file.status, "status") }
    from = try data.at(top.appending("from")) { () throws(Diagnostic) in try PolicyPack.day(file.from) ?? .always }
    until = try data.at(top.appending("until")) { () throws(Diagnostic) in try PolicyPack.day(file.until) ?? .never }
    if file.name.isEmpty { throw data.bad(Wording("政策包要有名称", "a pack has a name"), at: top.appending("name")) }
    if until < from { throw data.bad(PolicyPack.ends(until, before: from), at: top.appending("until")) }
    let frame = Frame(policy: file.name, citation: file.citation, level: level, status: status, from: from, until: until)
    var requirements: [Requirement] = []
    for (index, entry) in file.rules.enumerated() {
      let place = top.appending("rules").appending(index)
      let requirement = try PolicyPack.requirement(entry.value, in: frame, data, place)
      let isRepeated = requirements.contains {
        $0.rule == requirement.rule && $0.from <= requirement.until && requirement.from <= $0.until
      }
      if isRepeated {
        let name = entry.value.rule
        throw data.bad(
          Wording("规则 \(name) 在相同日期写了两次", "rule \(name) stands twice for the same days"), at: place)
      }
      requirements.append(requirement)
    }
    self.requirements = requirements
    source = bytes
  }

  /// The file as what is said of it goes by.
  static func data(_ bytes: [UInt8], name: String) -> DataFile {
    DataFile(bytes, name: name, code: .badPolicyFile, title: title, hint: hint)
  }

  static func word<Word: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ key: String
  ) throws(Diagnostic) -> Word {
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    throw bad(
      Wording(
        "\(key) 不能是 \(text)；有 \(words.joined(separator: "、"))", "\(key) \(text) is none of \(words.joined(separator: ", "))"))
  }

  static func day(_ text: String?) throws(Diagnostic) -> Day? {
    guard let text else { return nil }
    guard let day = Day(text) else { throw bad(Wording("\(text) 不是日期", "\(text) is not a date")) }
    return day
  }

  /// Said of days that end before they begin.
  static func ends(_ until: Day, before from: Day) -> Wording {
    Wording("截止日 \(until) 早于起始日 \(from)", "until \(until) is before from \(from)")
  }

  static func bad(_ message: Wording) -> Diagnostic {
    Diagnostic(.badPolicyFile, title + Wording("：", ": ") + message, hint: hint)
  }

  private static let title = Wording("政策文件", "policy file")
  private static let hint = Wording("Docs/checks.md 说明政策文件的写法", "Docs/checks.md describes policy files")
}
