import LedgerCore

/// Rule sets that a `switch` event may name: those that a book keeps or a command offers, then the built-in ones.
public struct RuleLibrary: Sendable {
  private var kept: [(digest: String, rules: RuleSet)] = []

  public init() {}

  /// Adds a rule set with the SHA-256 of its bytes.
  public mutating func keep(_ rules: RuleSet, digest: String) { kept.append((digest, rules)) }

  /// The rule set with a digest, else the one last kept under a name, else the built-in one.
  ///
  /// - Throws: `badUsage` when there is none.
  public func ruleSet(named name: String, digest: String?) throws(Diagnostic) -> RuleSet {
    if let digest, let found = kept.last(where: { $0.digest == digest && $0.rules.name == name }) { return found.rules }
    if let found = kept.last(where: { $0.rules.name == name }), digest == nil { return found.rules }
    return try RuleSet.builtIn(name)
  }
}
