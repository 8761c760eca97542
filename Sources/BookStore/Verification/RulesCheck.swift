import JournalText
import LedgerCore
import Portfolio

/// Checks the rule set that a book keeps against the digest in its first event.
enum RulesCheck {
  /// The rules, or nil when they cannot be read.
  static func run(_ file: BookFile, _ findings: inout Findings) -> RuleSet? {
    do throws(Diagnostic) {
      let rules = try StoredRules.read(from: file)
      let digest = ChainDigest(of: rules.source).hexadecimal
      let genesis = try Genesis.read(from: file, rules: rules)
      if let named = genesis.event.text("digest"), named != digest {
        findings.add(.rules, 1, "the rule set \(rules.name) was changed: its bytes do not give the digest in event 1")
      }
      if let named = genesis.event.text("rules"), named != rules.name {
        findings.add(.rules, 1, "the book follows \(named), but keeps the rule set \(rules.name)")
      }
      let stored = try file.newStatement("SELECT hex(digest), version, name FROM rule_set")
      var count = 0
      while try stored.step() {
        count += 1
        if stored.text(0).lowercased() != digest || stored.int(1) != Int64(rules.version)
          || stored.text(2) != rules.name
        {
          findings.add(.rules, nil, "name, version or digest of the rule set do not belong to its bytes")
        }
      }
      if count > 1 { findings.add(.rules, nil, "the book keeps \(count) rule sets") }
      return rules
    } catch {
      findings.add(.rules, nil, error.message)
      return nil
    }
  }
}
