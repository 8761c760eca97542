import LedgerCore

/// A chart of accounts and the posting rules that turn events into vouchers: data with a version, a source and a status.
public struct RuleSet: Sendable {
  /// Whether a rule or account was checked against the official text.
  public enum Status: String, CaseIterable, Sendable {
    case verified, unverified, own

    /// The Chinese word shown to people.
    public var chinese: String {
      switch self {
      case .verified: "已核对"
      case .unverified: "未核对"
      case .own: "自定"
      }
    }
  }

  public let name: String
  public let version: Int
  public let title: String
  /// The regulation that the set follows; empty for the project's own.
  public let citation: String
  public let status: Status
  /// The day on which the regulation takes effect; earlier years are kept under the set by the book's own choice.
  public let effectiveFrom: Day
  public let accounts: [Account]
  public let rules: [PostingRule]
  /// The bytes that the set was read from, kept in the book so that vouchers can be derived again for decades.
  public let source: [UInt8]
  /// What the set says about each account beside the account itself, by name.
  public let accountNotes: [String: AccountNote]

  /// Source and status of one account of a chart.
  public struct AccountNote: Hashable, Sendable {
    public let status: Status
    public let citation: String
  }

  /// A number that a regulation sets, with where it is said and whether that was checked.
  public struct Limit: Hashable, Sendable {
    public let value: Int
    public let citation: String
    public let status: Status
  }

  /// Days after the end of a budget year in which it may still be paid from (整理期); nil when the set does not say.
  public let closingDays: Int?
  /// What a year end carries forward, in the order of the file.
  public let yearEnd: [YearEndTransfer]

  /// For how many years after its own money may be carried over (结转); nil when the set does not say.
  public let carryYearsMax: Limit?

  /// How balances come over from the charts that this one may follow.
  public let switches: [ChartSwitch]

  private let rulesOfKind: [String: [PostingRule]]

  /// The accounts that the rules post envelopes to in the quota book, by name.
  let quotaPlaces: [String: QuotaPlace]

  init(
    name: String, version: Int, title: String, citation: String, status: Status, effectiveFrom: Day,
    accounts: [Account], accountNotes: [String: AccountNote], rules: [PostingRule], switches: [ChartSwitch] = [],
    closingDays: Int? = nil, carryYearsMax: Limit? = nil, yearEnd: [YearEndTransfer] = [], source: [UInt8]
  ) {
    self.name = name
    self.version = version
    self.title = title
    self.citation = citation
    self.status = status
    self.effectiveFrom = effectiveFrom
    self.accounts = accounts
    self.accountNotes = accountNotes
    self.rules = rules
    self.switches = switches
    self.source = source
    self.closingDays = closingDays
    self.yearEnd = yearEnd
    self.carryYearsMax = carryYearsMax
    var table: [String: [PostingRule]] = [:]
    for rule in rules {
      for kind in rule.kinds { table[kind, default: []].append(rule) }
    }
    self.rulesOfKind = table
    self.quotaPlaces = QuotaPlace.places(of: rules)
  }

  /// The rules for an event kind, in the order of the file.
  public func rules(for kind: String) -> [PostingRule] { rulesOfKind[kind] ?? [] }

  /// The rule with an id, such as `E1`.
  public func rule(_ id: String) -> PostingRule? { rules.first { $0.id == id } }

  /// The book in which outlay and income of the budget stand: the budget book, or the fiscal book of a system with one
  /// set of accounts.
  public var outlayBook: AccountBook {
    let hasBudget = rules.contains { $0.lines[.budget]?.contains { $0.measure == .paidFresh } == true }
    return hasBudget ? .budget : .fiscal
  }
}
