import LedgerCore
import Portfolio

/// Finds a rule set by the name of a built-in one or by the path of a file.
public enum RuleFiles {
  /// The rule set of a name (`fiscal-2022`) or of a rule file (a path with `/` or ending in `.json`).
  ///
  /// - Throws: `badUsage` for an unknown name, `fileUnreadable`, or what is wrong in the file.
  public static func ruleSet(_ name: String) throws(Diagnostic) -> RuleSet {
    if name.contains("/") || name.hasSuffix(".json") { return try RuleSet(reading: try FileBytes.read(name), file: name) }
    return try RuleSet.builtIn(name)
  }
}
