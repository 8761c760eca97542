import JournalText
import LedgerCore
import Portfolio

/// Checks the rule sets that a book keeps against the digests in the events that put them in force.
enum RulesCheck {
  /// One event that puts a rule set in force.
  private struct Naming {
    let sequence: Int64
    let rules: String?
    let digest: String?
  }

  /// The rule sets, or nil when they cannot be read.
  static func run(_ file: BookFile, _ findings: inout Findings) -> [RuleSet]? {
    do throws(Diagnostic) {
      let sets = try StoredRules.readAll(from: file)
      let names = try namings(in: file, sets[0])
      for (rules, naming) in zip(sets, names) { check(rules, naming, &findings) }
      try checkRows(file, sets, &findings)
      if sets.count != names.count {
        findings.add(
          .rules, nil,
          Wording(
            "账簿保存 \(sets.count) 套规则，事项启用 \(names.count) 套",
            "the book keeps \(sets.count) rule sets, its events put \(names.count) in force"))
      }
      return sets
    } catch {
      findings.add(.rules, nil, error.sentence)
      return nil
    }
  }

  /// The first event and every `switch` event, in order.
  private static func namings(in file: BookFile, _ rules: RuleSet) throws(Diagnostic) -> [Naming] {
    let genesis = try Genesis.read(from: file, rules: rules).event
    var namings = [Naming(sequence: 1, rules: genesis.text("rules"), digest: genesis.text("digest"))]
    let reader = JournalReader(register: Register(rules: rules))
    let rows = try file.newStatement("SELECT seq, text FROM event WHERE kind = 'switch' ORDER BY seq")
    while try rows.step() {
      let event = try reader.event(parsing: Array(rows.bytes(1)))
      namings.append(Naming(sequence: rows.int(0), rules: event.text("rules"), digest: event.text("digest")))
    }
    return namings
  }

  private static func check(_ rules: RuleSet, _ naming: Naming, _ findings: inout Findings) {
    let place = naming.sequence
    if let named = naming.digest, named != ChainDigest(of: rules.source).hexadecimal {
      findings.add(
        .rules, place,
        Wording(
          "规则 \(rules.name) 被改动：字节与事项 #\(place) 中的摘要不符",
          "the rule set \(rules.name) was changed: its bytes do not give the digest in event \(place)"))
    }
    if let named = naming.rules, named != rules.name {
      findings.add(
        .rules, place,
        Wording(
          "账簿执行 \(named)，保存的却是规则 \(rules.name)", "the book follows \(named), but keeps the rule set \(rules.name)"))
    }
  }

  /// What stands beside the bytes must belong to them.
  private static func checkRows(_ file: BookFile, _ sets: [RuleSet], _ findings: inout Findings) throws(Diagnostic) {
    let rows = try file.newStatement("SELECT hex(digest), version, name FROM rule_set ORDER BY rowid")
    for rules in sets {
      guard try rows.step() else { return }
      let digest = ChainDigest(of: rules.source).hexadecimal
      if rows.text(0).lowercased() != digest || rows.int(1) != Int64(rules.version) || rows.text(2) != rules.name {
        findings.add(
          .rules, nil,
          Wording(
            "规则的名称、版本或摘要与其字节不符", "name, version or digest of the rule set do not belong to its bytes"))
      }
    }
  }
}
