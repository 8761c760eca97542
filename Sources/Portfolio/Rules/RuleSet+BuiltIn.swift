import LedgerCore

extension RuleSet {
  /// The rule sets that come with the program, by name.
  public static let builtInNames = ["fiscal-2022", "fiscal-2015", "holder", "plain"]

  /// A rule set that comes with the program.
  ///
  /// - Throws: `badUsage` for a name that is not built in.
  public static func builtIn(_ name: String) throws(Diagnostic) -> RuleSet {
    switch name {
    case "fiscal-2022": return try RuleSet(reading: PackageResources.fiscal_2022_json)
    case "fiscal-2015": return try RuleSet(reading: PackageResources.fiscal_2015_json)
    case "holder": return try RuleSet(reading: PackageResources.holder_json)
    case "plain": return try RuleSet(reading: PackageResources.plain_json)
    default:
      throw Diagnostic(
        .badUsage, Wording("没有规则集 \(name)", "there is no rule set \(name)"),
        hint: Wording("内置的有：\(builtInNames.joined(separator: "、"))", "built in are: \(builtInNames.joined(separator: ", "))"))
    }
  }
}

extension RuleSet {
  /// The rule set of books that name none.
  public static let defaultName = "fiscal-2022"
}
