import LedgerCore

/// How one deal stands: the fold of its facts, all in minor units of the deal's commodity.
public struct DealPosition: Sendable {
  public private(set) var totals = MeasureTotals()
  /// The levels by day, each at the place of its raw value.
  private var levels = Array(repeating: DatedSum(), count: DealLevel.allCases.count)
  private var reservedByEnvelope: [EnvelopeID: DatedSum] = [:]
  private var paidOfEnvelope: [EnvelopeID: DatedSum] = [:]
  /// What is pledged on later years' budgets.
  public private(set) var pledges = ProgrammePledges()
  /// Whether others' money at each level and stage names its party.
  private(set) var promises = Promises()
  /// The commodity of the deal's money; nil before the first amount.
  public private(set) var commodity: CommodityID?
  /// The days of our commitments and payments, against which others' money is dated.
  public private(set) var ownDays = OwnDays()
  /// What came into the fund, from us and from partners, less what went back; what one partner paid another for an
  /// interest never did. Of a deal in a company it says nothing; minor units.
  public private(set) var paidInByAll: Int64 = 0
  /// What everybody put into the fund by the deal. Of a deal in a company it says nothing.
  private(set) var fund = FundSums()
  /// Fair value as last stated, with what was paid in and taken out since.
  public private(set) var worth = MarkedAmount()
  /// Share held as last stated, less what was taken out since; parts per billion.
  public private(set) var shareHeld = MarkedAmount()
  private var marks: [Fact] = []
  private var reversed: Set<Int64> = []

  public init() {}

  /// Takes one more fact in; throws when a sum leaves 64 bits.
  public mutating func apply(_ fact: Fact) throws(MoneyOverflow) {
    if fact.reverses != 0 { reversed.insert(fact.reverses) }
    ownDays.add(fact)
    if fact.measure.tellsWorthTaken { worth.take(fact) }
    if fact.measure.tellsShareTaken { shareHeld.take(fact) }
    switch fact.measure {
    case .fairValue: return worth.state(fact)
    case .shareHeld: return shareHeld.state(fact)
    case .worthBase, .shareOut, .shareBase, .partOut: return
    default: break
    }
    if fact.measure.isMark {
      if fact.reverses == 0 { marks.append(fact) }
      return
    }
    try totals.add(fact)
    switch fact.measure {
    case .refunded: worth.change(by: 0 &- fact.amount, fact)
    case .paidFresh, .paidRecycled, .handedIn, .openingCost: worth.change(by: fact.amount, fact)
    default: break
    }
    if fact.measure != .contributed && fact.measure != .lent { commodity = commodity ?? fact.commodity }
    if ProgrammePledges.measures.contains(fact.measure) { try pledges.apply(fact) }
    if fact.measure == .contributed {
      promises.add(fact)
    }
    try applyToFund(fact)
    try fund.add(fact)
    for change in DealLevel.changes(by: fact.measure) {
      levels[change.level.rawValue].add(change.sign &* fact.amount, on: fact.day, isTaken: change.isTaken)
    }
    let envelope = fact.dimensions.envelope
    let (reserved, paid) = (DealPosition.reserved(by: fact), DealPosition.paid(by: fact))
    if reserved != 0 { reservedByEnvelope[envelope, default: DatedSum()].add(reserved, on: fact.day) }
    if paid != 0 { paidOfEnvelope[envelope, default: DatedSum()].add(paid, on: fact.day) }
  }

  /// Takes in what came into the fund.
  private mutating func applyToFund(_ fact: Fact) throws(MoneyOverflow) {
    if fact.traits.isAssigned { return }
    switch fact.measure {
    case .paidFresh, .paidRecycled, .openingPaid: paidInByAll = try paidInByAll.plus(fact.amount)
    case .refunded: paidInByAll = try paidInByAll.minus(fact.amount)
    case .contributed where fact.traits.isPaidIntoFund: paidInByAll = try paidInByAll.plus(fact.amount)
    default: break
    }
  }

  /// How a fact changes what an envelope holds reserved for the deal.
  static func reserved(by fact: Fact) -> Int64 {
    fact.measure == .reserved ? fact.amount : fact.measure == .relieved ? 0 &- fact.amount : 0
  }

  /// How a fact changes what an envelope paid on the deal.
  static func paid(by fact: Fact) -> Int64 {
    fact.measure == .paidFresh ? fact.amount : fact.measure == .refunded ? 0 &- fact.amount : 0
  }

  /// A level of the deal by day.
  public subscript(level: DealLevel) -> DatedSum { levels[level.rawValue] }

  /// Outstanding reservations by envelope, over all days.
  public var reservations: [EnvelopeID: Int64] { reservedByEnvelope.mapValues(\.total) }

  /// What was paid from each envelope over all days, refunds taken off.
  public var paidByEnvelope: [EnvelopeID: Int64] { paidOfEnvelope.mapValues(\.total) }

  /// What an envelope holds reserved for the deal, by day.
  public func reserved(in envelope: EnvelopeID) -> DatedSum { reservedByEnvelope[envelope] ?? DatedSum() }

  /// What an envelope paid on the deal, by day.
  public func paid(from envelope: EnvelopeID) -> DatedSum { paidOfEnvelope[envelope] ?? DatedSum() }

  /// Whether anything is held on a day, and still is.
  public func isHeld(on day: Day) -> Bool {
    isHeld && (self[.cost].amount(on: day) > 0 || self[.carrying].amount(on: day) > 0)
  }

  /// The mark that holds now: the latest by day, then by sequence, reversed ones left out.
  public func mark(_ measure: Measure, asOf day: Day = .never) -> Fact? {
    if measure == .fairValue { return worth.mark(asOf: day) }
    if measure == .shareHeld { return shareHeld.mark(asOf: day) }
    return marks.filter { $0.measure == measure && !reversed.contains($0.sequence) && $0.day <= day }
      .max { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
  }

  /// The measures that a position needs to tell the share: those that state it, that say what an exit took of it, and that
  /// change the cost, without which nothing is held.
  public static let shareMeasures: Set<Measure> = Set(
    Measure.allCases.filter { measure in
      measure == .shareHeld || measure.tellsShareTaken || DealLevel.changes(by: measure).contains { $0.level == .cost }
    })

  /// The share held, or nil when it was never recorded.
  public var share: Rate? { share(on: .never) }

  /// The share held on a day, or nil when none was recorded up to it, or none since all was sold and bought again.
  public func share(on day: Day) -> Rate? {
    guard let share = shareHeld.amount(asOf: day), !isShareOutdated(on: day) else { return nil }
    return Rate(partsPerBillion: share)
  }

  /// Whether something is held on a day that was bought after all had been sold, and nobody said since what share it is.
  public func isShareOutdated(on day: Day) -> Bool {
    guard let mark = shareHeld.mark(asOf: day), shareHeld.amount(asOf: day) == 0, self[.cost].amount(on: day) > 0 else { return false }
    // What took all of the share took all that was held; a share stated as nothing may be one of what is held.
    return mark.amount > 0 || self[.cost].wasEmpty(from: mark.day, to: day)
  }

  /// Money paid in since the books began, refunds taken off.
  public var paidIn: Int64 { totals[.paidFresh] + totals[.paidRecycled] - totals[.refunded] }

  /// What counts as committed; throws when it leaves 64 bits.
  public func committed() throws(MoneyOverflow) -> Int64 {
    try Commitment.basis(agreed: totals[.committed], paid: paidIn, paidBefore: totals[.openingPaid])
  }

  /// 投资成本 still held.
  public var cost: Int64 {
    totals[.openingCost] + paidIn + totals[.handedIn] + totals[.correctedCost] - totals[.costOut]
  }

  /// 损益调整 still held; may be negative.
  public var adjustment: Int64 {
    totals[.openingAdjustment] + totals[.profitShare] - totals[.lossShare] + totals[.correctedAdjustment] - totals[.declared]
      - totals[.capitalised] - totals[.adjustmentOut]
  }

  /// 其他权益变动 still held; may be negative.
  public var otherEquity: Int64 {
    totals[.openingOtherEquity] + totals[.equityShare] - totals[.otherEquityOut]
  }

  /// 收益转增投资 still held.
  public var capitalised: Int64 {
    totals[.openingCapitalised] + totals[.capitalised] - totals[.capitalisedOut]
  }

  /// 账面余额: all four details together.
  public var carryingAmount: Int64 { cost + adjustment + otherEquity + capitalised }

  /// Dividends declared and not yet received.
  public var receivable: Int64 {
    totals[.openingReceivable] + totals[.declared] + totals[.declaredIncome] - totals[.receivedTreasury]
      - totals[.receivedHolder]
  }

  /// Losses below a carrying amount of zero that no later profit has made good.
  public var suspendedLoss: Int64 {
    totals[.openingSuspended] + totals[.lossSuspended] - totals[.lossRestored]
  }

  /// Whether anything is held: a cost, or a carrying amount without one.
  public var isHeld: Bool { cost > 0 || carryingAmount > 0 }

  /// Whether something is signed and nothing that was paid on it stands.
  var isSignedAlone: Bool {
    totals[.committed] > 0 && totals[.paidFresh] == 0 && totals[.paidRecycled] == 0 && totals[.handedIn] == 0
      && totals[.openingPaid] == 0
  }
}
