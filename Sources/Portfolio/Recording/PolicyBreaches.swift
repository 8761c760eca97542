import LedgerCore

/// The requirements that one event breaks, further than those before it: at most one of each rule.
struct PolicyBreaches {
  private let requirements: RequirementSet
  private let day: Day
  private let asked: Set<PolicyRule>
  private let isException: Bool
  private(set) var all: [PolicyBreach] = []

  /// None so far.
  ///
  /// - Parameters:
  ///   - day: that of the event, for which requirements are in force.
  ///   - asked: the rules that are looked at.
  ///   - isException: whether an authorised exception lets pass what there is.
  init(of requirements: RequirementSet, on day: Day, _ asked: Set<PolicyRule>, isException: Bool) {
    self.requirements = requirements
    self.day = day
    self.asked = asked
    self.isException = isException
  }

  /// Whether one of some rules is looked at.
  func asks(_ rules: PolicyRule...) -> Bool { !asked.isDisjoint(with: rules) }

  /// Adds what breaks a rule, if it does.
  ///
  /// Of the requirements of several programmes it is the one that does most about it, then the strictest; what is
  /// authorised is measured by the strictest, as the check does.
  mutating func add(_ rule: PolicyRule, _ reach: CapReach, beyond limit: (Requirement) -> Int64?) {
    guard asked.contains(rule) else { return }
    var worst: PolicyBreach?
    for programme in reach.programmes {
      guard let requirement = requirements.inForce(rule, for: programme, on: day), let limit = limit(requirement), reach.amount > limit
      else { continue }
      let breach = PolicyBreach(requirement: requirement, reach: reach, limit: limit)
      if let other = worst, isException ? other.limit <= breach.limit : other.severity <= breach.severity { continue }
      worst = breach
    }
    if let worst { all.append(worst) }
  }
}
