import LedgerCore

/// All requirements of a set of books, in the order in which they were said.
public struct RequirementSet: Sendable {
  public private(set) var all: [Requirement] = []
  /// Rules that some requirement enforces when recording, so that most events need no look.
  private(set) var enforced: Set<PolicyRule> = []
  /// Rules that recording can look at, enforced or left to the check: what an authorised exception may be from.
  private(set) var enforceable: Set<PolicyRule> = []

  /// None.
  public init() {}

  /// Those of a pack, as if it had been adopted from the beginning.
  public init(_ requirements: [Requirement]) { for requirement in requirements { add(requirement) } }

  /// Whether nothing was ever said.
  public var isEmpty: Bool { all.isEmpty }

  /// Adds one; it never takes an earlier one away.
  mutating func add(_ requirement: Requirement) {
    all.append(requirement)
    if requirement.rule.isEnforceable { enforceable.insert(requirement.rule) }
    if requirement.rule.isEnforceable && requirement.recording != .report { enforced.insert(requirement.rule) }
  }

  /// The requirement that counts for a rule and a programme on a day; nil when none is in force or it is switched off.
  ///
  /// One for the programme goes before one for all, then that of the narrower level, then the later, then the last said.
  public func inForce(_ rule: PolicyRule, for programme: ProgrammeID = .none, on day: Day) -> Requirement? {
    var found: Requirement?
    for requirement in all where requirement.rule == rule && requirement.isInForce(on: day) {
      guard requirement.programme.isNone || requirement.programme == programme else { continue }
      if let other = found, RequirementSet.rank(requirement) < RequirementSet.rank(other) { continue }
      found = requirement
    }
    return found?.finding == .off ? nil : found
  }

  /// Whether the same was said already, and it is what counts from its first day on.
  func has(_ requirement: Requirement) -> Bool {
    guard var found = inForce(requirement.rule, for: requirement.programme, on: requirement.from) else { return false }
    found.sequence = requirement.sequence
    return found == requirement
  }

  private static func rank(_ requirement: Requirement) -> (Int, Int, Day) {
    (requirement.programme.isNone ? 0 : 1, requirement.level.narrowness, requirement.from)
  }
}
