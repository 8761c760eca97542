import LedgerCore

/// The rule sets of a set of books, each in force from a day on; most books have one.
public struct RuleTimeline: Sendable {
  /// A rule set and the first day on which it is in force.
  public struct Period: Sendable {
    /// `Day.always` for the set that the books began with.
    public let from: Day
    public let rules: RuleSet
  }

  /// In order of time; there is always one.
  public private(set) var periods: [Period]

  /// A timeline of one rule set.
  public init(_ rules: RuleSet) { periods = [Period(from: .always, rules: rules)] }

  /// The rule set in force at the end of all days.
  public var latest: RuleSet { periods[periods.count - 1].rules }

  /// All rule sets, the first one first.
  public var ruleSets: [RuleSet] { periods.map(\.rules) }

  /// The rule set in force on a day.
  public func rules(on day: Day) -> RuleSet {
    if periods.count == 1 { return periods[0].rules }
    return (periods.last { $0.from <= day } ?? periods[0]).rules
  }

  /// What the latest chart that has an account says about it, with the set that says so; nil when no chart has it.
  public func note(of account: String) -> (rules: RuleSet, note: RuleSet.AccountNote)? {
    for period in periods.reversed() {
      if let note = period.rules.accountNotes[account] { return (period.rules, note) }
    }
    return nil
  }

  /// Puts a rule set in force from a day on, after all those before.
  mutating func append(_ rules: RuleSet, from day: Day) { periods.append(Period(from: day, rules: rules)) }
}
