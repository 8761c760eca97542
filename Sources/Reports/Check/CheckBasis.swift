import LedgerCore
import Portfolio
import ReportDocument

/// What the books are checked by: packs named for this check, else what they adopted, else the default pack.
struct CheckBasis {
  let requirements: RequirementSet
  /// Whether the books adopted nothing, so that the default pack stands in.
  let isDefault: Bool
  /// What a report's head says of it.
  let facts: [Figure]

  /// Chooses the requirements.
  ///
  /// - Throws: `badPolicyFile` when the default pack cannot be read.
  init(_ packs: [PolicyPack], _ register: Register) throws(Diagnostic) {
    let label = Phrase("检查所依政策", "Checked by")
    if !packs.isEmpty {
      requirements = RequirementSet(packs.flatMap(\.requirements))
      isDefault = false
      let names = packs.map(\.name).joined(separator: "、")
      facts = [Figure("policies", label, .code(names, Phrase("\(names)（仅本次）", "\(names) (for this check alone)")))]
    } else if register.requirements.isEmpty {
      let pack = try PolicyPack.builtIn(PolicyPack.defaultName)
      requirements = RequirementSet(pack.requirements)
      isDefault = true
      facts = [Figure("policies", label, .code(pack.name, Phrase("\(pack.name)（缺省，未核对）", "\(pack.name) (default, unverified)")))]
    } else {
      requirements = register.requirements
      isDefault = false
      let chinese = register.policies.map { "\($0.name)（\($0.from) 起）" }.joined(separator: "、")
      let english = register.policies.map { "\($0.name) (from \($0.from))" }.joined(separator: ", ")
      let text = chinese.isEmpty ? Phrase("账簿自定要求", "the books' own requirements") : Phrase(chinese, english)
      facts = [Figure("policies", label, .phrase(text))]
    }
  }

  /// Whether any requirement speaks of a rule.
  func asks(_ rule: PolicyRule) -> Bool { requirements.all.contains { $0.rule == rule } }
}
