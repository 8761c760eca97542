import LedgerCore

/// One rule as a policy sets it: its parameters, the days for which it is in force, how strictly, and where it is said.
public struct Requirement: Hashable, Sendable {
  public var rule: PolicyRule
  /// The pack that it comes from; empty for one of the books' own.
  public var policy: String
  public var level: PolicyLevel
  /// The programme that it is about; none for all.
  public var programme: ProgrammeID
  /// First and last day on which it is in force.
  public var from: Day
  public var until: Day
  /// A cap or a floor as a share.
  public var rate: Rate?
  /// A cap in minor units of the base commodity.
  public var amount: Int64?
  /// A length of time in months.
  public var months: Int?
  /// A number of days; of working days where the rule counts those.
  public var days: Int?
  /// Codes or words that the rule looks for.
  public var words: [String]
  public var recording: RecordingMode
  public var finding: FindingMode
  /// Where it is said.
  public var citation: String
  /// Whether that was read in the official text.
  public var status: RuleSet.Status
  /// The event that put it into the books; 0 for one of a pack that nobody adopted.
  public var sequence: Int64

  public init(
    rule: PolicyRule, policy: String = "", level: PolicyLevel = .own, programme: ProgrammeID = .none,
    from: Day = .always, until: Day = .never, recording: RecordingMode = .report, finding: FindingMode = .warn,
    citation: String = "", status: RuleSet.Status = .unverified, sequence: Int64 = 0
  ) {
    self.rule = rule
    self.policy = policy
    self.level = level
    self.programme = programme
    self.from = from
    self.until = until
    self.words = []
    self.recording = recording
    self.finding = finding
    self.citation = citation
    self.status = status
    self.sequence = sequence
  }

  /// Whether it is in force on a day.
  public func isInForce(on day: Day) -> Bool { from <= day && day <= until }

  /// Whether a parameter is given.
  public func gives(_ parameter: PolicyParameter) -> Bool {
    switch parameter {
    case .rate: rate != nil
    case .amount: amount != nil
    case .term: months != nil
    case .days: days != nil
    case .words: !words.isEmpty
    }
  }

  /// The first parameter that the rule needs and that is not given, or nil.
  public var lacking: PolicyParameter? { rule.needed.first { !gives($0) } }
}
