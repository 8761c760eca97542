/// What a public investor is held to: the rules that a check can look at, by their stable ids.
///
/// The rule is code, its parameter is data: a requirement of a policy pack says how much, from when, and by which source.
public enum PolicyRule: String, CaseIterable, Sendable {
  // Caps.
  case shareCap = "share-cap"
  case fundShareCap = "fund-share-cap"
  case largestHolder = "largest-holder"
  case governmentShareCap = "government-share-cap"
  case ticketCap = "ticket-cap"
  case termCap = "term-cap"
  // Concentration.
  case companyConcentration = "company-concentration"
  case holderConcentration = "holder-concentration"
  case industryConcentration = "industry-concentration"
  // Idle money.
  case idleAtHolder = "idle-at-holder"
  case idleAtFund = "idle-at-fund"
  // Deadlines.
  case fundSetup = "fund-setup"
  case fundFirstInvestment = "fund-first-investment"
  case termEnding = "term-ending"
  case termOver = "term-over"
  case buybackDue = "buyback-due"
  case dividendOverdue = "dividend-overdue"
  case registration = "registration"
  case registryUpdate = "registry-update"
  // What the books lack or say wrongly.
  case noTerm = "no-term"
  case grantClass = "grant-class"
  case missingDocument = "missing-document"
  case duplicateParty = "duplicate-party"
  case creditCode = "credit-code"
  case earlyStage = "early-stage"
  case fundOverinvested = "fund-overinvested"
  case duplicateContribution = "duplicate-contribution"
  case refundedCommitted = "refunded-committed"
  case offField = "off-field"

  /// The parameters that a requirement of the rule must give.
  public var needed: [PolicyParameter] {
    switch self {
    case .shareCap, .fundShareCap, .governmentShareCap: [.rate]
    case .companyConcentration, .holderConcentration, .industryConcentration: [.rate]
    case .ticketCap: [.amount]
    case .termCap, .fundSetup, .fundFirstInvestment, .termEnding, .registryUpdate: [.term]
    case .idleAtHolder, .idleAtFund, .dividendOverdue, .registration: [.days]
    case .grantClass, .offField: [.words]
    case .earlyStage: [.rate, .words]
    case .largestHolder, .termOver, .buybackDue, .noTerm, .missingDocument, .duplicateParty, .creditCode: []
    case .fundOverinvested, .duplicateContribution, .refundedCommitted: []
    }
  }

  /// Whether it is looked at when something is recorded, too.
  public var isEnforceable: Bool {
    switch self {
    case .shareCap, .fundShareCap, .largestHolder, .ticketCap: true
    default: false
    }
  }

  /// The rule with an id, or nil.
  public init?(id: String) {
    guard let rule = PolicyRule(rawValue: id) else { return nil }
    self = rule
  }
}
