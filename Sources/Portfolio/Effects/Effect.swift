import LedgerCore

/// What one event does: its named amounts, the blanks of account templates, and what a person should know.
public struct Effect: Sendable {
  public internal(set) var facts: [Fact] = []
  /// What `{cash}`, `{class}` and the like stand for in the account templates of the posting rules.
  public internal(set) var bindings: [String: String] = [:]
  public internal(set) var warnings: [Diagnostic] = []
  /// Ready vouchers, for kinds that need no rule: plain entries and reversals.
  public internal(set) var vouchers: [Voucher] = []
  /// The event that this one reverses, 0 for none.
  public internal(set) var reverses: Int64 = 0
  /// Whether the event that this one reverses is a plain `entry`.
  public internal(set) var reversesEntry = false
  /// The rule set that the event puts in force; nil for nearly all.
  public internal(set) var opens: RuleSet?
  /// The kind whose rules post it too; nil for nearly all.
  private(set) var postedLike: String?
  let day: Day

  init(day: Day) { self.day = day }

  /// Adds a named amount; a zero amount of a flow says nothing and is left out.
  mutating func add(
    _ measure: Measure, _ money: Money, _ dimensions: Dimensions, traits: Traits = Traits()
  ) {
    if money.minorUnits == 0 && !measure.isMark { return }
    facts.append(
      Fact(
        day: day, measure: measure, amount: money.minorUnits, commodity: money.commodity, dimensions: dimensions,
        traits: traits))
  }

  /// Says of every fact so far how the holding left the books.
  mutating func setExitWay(_ way: ExitWay) {
    for index in facts.indices { facts[index].traits.exitWay = way }
  }

  /// Says of what is paid and committed so far that it goes to a partner who sells, not into the fund.
  mutating func markAsPrice() {
    for index in facts.indices where [.paidFresh, .paidRecycled, .committed].contains(facts[index].measure) {
      facts[index].traits.isAssigned = true
    }
  }

  /// Has the rules of another kind post it too, each contribution on the accounts of its own stage and contributor.
  mutating func postsEachContribution(like kind: String) { postedLike = kind }

  /// Adds something that a person should know but that does not stop the recording.
  mutating func warn(_ code: DiagnosticCode, _ sentence: Wording, hint: Wording = .none, at place: SourcePosition? = nil) {
    warnings.append(Diagnostic(code, sentence, hint: hint, at: place, severity: .warning))
  }
}
