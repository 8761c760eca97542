import LedgerCore
import Portfolio
import ReportDocument

/// One thing that a check found: what breaks which requirement, since when, by which events.
public struct CheckFinding: Sendable {
  /// The requirement that is broken: rule, parameters, source and status.
  public var requirement: Requirement
  /// The authorised exception that covers it; nil for none.
  public var exception: AuthorisedException?
  /// How bad it is: that of the requirement, a note where somebody authorised it.
  ///
  /// An authorised exception is no breach, since the rule lets it pass, and no warning, since nothing is left to be done;
  /// whoever audits has to see it all the same.
  public var severity: FindingMode { exception == nil ? requirement.finding : .note }
  /// The day on which it was broken, or on which something was or will be due.
  public var day: Day
  /// The deal, party, programme or envelope that it is about.
  public var subject: CheckSubject
  /// The money at issue in minor units; nil where it is about none.
  public var amount: Int64?
  /// The events that show it.
  public var events: [Int64]
  /// What is wrong, with the facts.
  public var what: Phrase
  /// The events that the sentence does not name itself.
  var unnamedEvents: [Int64] {
    var named: Set<Int64> = []
    for text in what.zh.split(separator: "#", omittingEmptySubsequences: false).dropFirst() {
      if let number = Int64(text.prefix { $0.isASCII && $0.isNumber }) { named.insert(number) }
    }
    return events.filter { !named.contains($0) }
  }
  /// What to do about it.
  public var advice: Phrase { exception == nil ? requirement.rule.advice : AuthorisedException.advice }
  /// What tells several findings of a rule on one subject apart; empty for the only one.
  public var part: String

  /// Stable over runs and languages: rule, subject and part.
  public var id: String {
    "\(requirement.rule.rawValue):\(subject.name)" + (part.isEmpty ? "" : ":\(part)")
  }

  init(
    _ requirement: Requirement, _ subject: CheckSubject, on day: Day, amount: Int64? = nil, events: [Int64] = [],
    part: String = "", exception: AuthorisedException? = nil, _ what: Phrase
  ) {
    self.requirement = requirement
    self.exception = exception
    self.day = day
    self.subject = subject
    self.amount = amount
    self.events = exception.map { Set(events + [$0.event]).sorted() } ?? events
    self.what = what + (exception?.phrase ?? .none)
    self.part = part
  }

  /// The order of a report: the worst first, then by day, rule and subject.
  static func comesBefore(_ left: CheckFinding, _ right: CheckFinding) -> Bool {
    let ranks = FindingMode.allCases
    let (a, b) = (ranks.firstIndex(of: left.severity) ?? 0, ranks.firstIndex(of: right.severity) ?? 0)
    if a != b { return a < b }
    if left.day != right.day { return left.day < right.day }
    return left.id < right.id
  }
}
