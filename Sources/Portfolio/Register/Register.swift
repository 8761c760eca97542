import LedgerCore

/// Every name of a set of books with what was declared about it.
///
/// One register belongs to one open book or one journal being read; it is not shared between threads.
public final class Register {
  /// The commodity that amounts without one are of.
  public private(set) var commodities: [Commodity] = []
  public internal(set) var accounts: [Account] = []
  public internal(set) var programmes: [Programme] = []
  public internal(set) var envelopes: [Envelope] = []
  public internal(set) var deals: [Deal] = []
  /// The deals in each party, in the order in which they were declared.
  var dealsOfParty: [PartyID: [DealID]] = [:]
  public internal(set) var parties: [Party] = []
  /// What was said of parties from some day on, by party, ascending by day; nothing for those described once, undated.
  var traitsOfParty: [PartyID: [PartyTraits]] = [:]
  public internal(set) var rates: [String: RateSeries] = [:]
  /// What commodities are worth in others, by the commodity that is valued.
  public internal(set) var quotes: [CommodityID: QuoteSeries] = [:]
  /// What was agreed on exits, by deal, each version from its day on.
  var exitTerms: [DealID: [ExitTerms]] = [:]
  /// How strictly envelopes are kept, in the order in which it was said.
  public internal(set) var controls: [Control] = []
  /// Policies that the books follow, in the order in which they were adopted.
  public internal(set) var policies: [AdoptedPolicy] = []
  /// What the books are held to, in the order in which it was said.
  public internal(set) var requirements = RequirementSet()
  /// What is to be reached, in the order in which it was said.
  public internal(set) var targets: [PerformanceTarget] = []
  /// Whether a plain voucher may only name declared accounts.
  public internal(set) var isStrict = false
  /// The series in which vouchers are numbered.
  public internal(set) var numbering = Numbering.single
  /// How many persons a voucher needs.
  public internal(set) var approval = Approval.one
  /// The title of the books, empty until a `book` event names it.
  public internal(set) var title = ""
  /// What is closed in each of the four books.
  public internal(set) var periods = ClosedPeriods()
  /// Who may allow a closed period to be reopened; anybody when empty.
  public internal(set) var supervisors: [String] = []

  /// The rule sets that the books follow, each from its day on.
  public internal(set) var timeline: RuleTimeline
  /// Rule sets that a `switch` event may name.
  public var library = RuleLibrary()

  /// Days after the end of a budget year in which it may still be paid from; nil when the rules do not say.
  public var closingDays: Int? { timeline.latest.closingDays }
  /// For how many years money may be carried over; nil when the rules do not say.
  public var carryYearsMax: RuleSet.Limit? { timeline.latest.carryYearsMax }

  var accountNames = NameTable()
  /// Accounts for which nobody stated a class.
  var unstatedAccounts: Set<AccountID> = []
  /// Those of them that were not asked about yet, and first parts of names whose class was said to be in doubt.
  var unsaidAccounts: Set<AccountID> = []
  var saidTops: Set<String> = []
  /// How many accounts stood in the book before what is recorded now.
  var knownAccounts = 0
  var accountCodes = NameTable()
  var accountOfCode: [AccountID] = []
  var commodityNames = NameTable()
  var programmeNames = NameTable()
  var envelopeNames = NameTable()
  var dealNames = NameTable()
  var partyNames = NameTable()

  /// A register that knows the base commodity and the accounts of a chart.
  public init(rules: RuleSet, base: Commodity = .renminbi) {
    timeline = RuleTimeline(rules)
    declare(base)
    for account in rules.accounts { declare(account) }
  }

  /// The commodity with id 1, which amounts without a commodity are of.
  public var base: Commodity { commodities[0] }
  /// The id of the commodity that every book begins with, the renminbi.
  public var baseID: CommodityID { CommodityID(1) }

  /// The commodity of an id of this register.
  public subscript(id: CommodityID) -> Commodity { commodities[Int(id.rawValue) - 1] }
  /// The account of an id of this register.
  public subscript(id: AccountID) -> Account { accounts[Int(id.rawValue) - 1] }
  /// The programme of an id of this register.
  public subscript(id: ProgrammeID) -> Programme { programmes[Int(id.rawValue) - 1] }
  /// The envelope of an id of this register.
  public subscript(id: EnvelopeID) -> Envelope { envelopes[Int(id.rawValue) - 1] }
  /// The deal of an id of this register.
  public subscript(id: DealID) -> Deal { deals[Int(id.rawValue) - 1] }
  /// The party of an id of this register.
  public subscript(id: PartyID) -> Party { parties[Int(id.rawValue) - 1] }

  /// Enters a commodity, or its name when the code is known; the scale of a known commodity cannot change.
  @discardableResult
  func declare(_ commodity: Commodity) -> CommodityID {
    let id = commodityNames.intern(commodity.code)
    if Int(id) > commodities.count { commodities.append(commodity) } else { commodities[Int(id) - 1] = commodity }
    return CommodityID(id)
  }

  /// The id of a commodity code; common currencies need no declaration.
  public func commodity(_ code: UnsafeBufferPointer<UInt8>) -> CommodityID? {
    if let id = commodityNames.find(code) { return CommodityID(id) }
    let text = String(decoding: code, as: UTF8.self)
    guard let scale = Commodity.knownScales[text] else { return nil }
    return declare(Commodity(code: text, scale: scale))
  }

  /// The id of a commodity code; common currencies need no declaration.
  public func commodity(named code: String) -> CommodityID? {
    var code = code
    return code.withUTF8 { commodity($0) }
  }
}
