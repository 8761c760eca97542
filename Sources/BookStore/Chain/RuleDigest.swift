import LedgerCore
import Portfolio

/// The digest by which a `switch` event names the bytes of its rule set.
enum RuleDigest {
  /// A `switch` event with the digest of the rules that it names; every other event as it is.
  ///
  /// - Throws: `badFieldValue` when the event names other bytes than those at hand.
  static func completed(_ event: Event, _ register: Register) throws(Diagnostic) -> Event {
    guard event.kind.name == "switch" else { return event }
    let rules = try register.rules(toFollow: event)
    let digest = ChainDigest(of: rules.source).hexadecimal
    if let named = event.text("digest") {
      if named == digest { return event }
      throw Diagnostic(
        .badFieldValue,
        Wording("手头的规则集 \(rules.name) 与事项所写的字节不同", "the rule set \(rules.name) at hand does not have the bytes that the event names"),
        hint: Wording("bgt switch 使用规则文件本身", "bgt switch takes the rule file itself"), at: event.position(of: "digest"))
    }
    var completed = event
    completed["digest"] = .text(digest)
    return completed
  }
}
