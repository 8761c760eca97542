import LedgerCore
import Portfolio

/// All facts of a set of books folded in one pass: by deal and by envelope, before a period and within it.
struct PortfolioFold {
  /// First day of the period.
  let from: Day
  /// By deal id; index 0 holds what is about no deal, such as money that the holder remits for a programme.
  private(set) var deals: [DealFold]
  /// By envelope id, all of its facts up to the end of the period; index 0 is unused.
  private(set) var envelopes: [MeasureTotals]
  /// Facts of the period that a list of single events is made of: money paid in, exits, write-offs.
  private(set) var listed: [Fact] = []
  /// Payments and reservations by envelope and deal.
  private var spending: [EnvelopeDeal: Spending] = [:]
  /// Facts in another commodity than that of the books, which no figure mixes in.
  private(set) var foreignCount = 0

  /// Measures of which single events are listed.
  private static let listedMeasures: [Measure] = [
    .paidFresh, .paidRecycled, .refunded, .handedIn, .costOut, .adjustmentOut, .otherEquityOut, .capitalisedOut,
    .proceedsTreasury, .proceedsHolder, .gain, .loss, .writtenOff, .handedOut, .priceDue, .priceByTerms, .contributed,
    .valueOut, .reserveReleased,
  ]

  /// The same by raw value: asked for every fact.
  private static let isListed: [Bool] = {
    var isListed = Array(repeating: false, count: 256)
    for measure in listedMeasures { isListed[Int(measure.rawValue)] = true }
    return isListed
  }()

  /// Folds the facts of a source.
  ///
  /// - Throws: `sumOverflow` when a sum leaves its range, or what the source throws.
  init(_ source: any LedgerSource, moment: Moment, from: Day) throws(Diagnostic) {
    try self.init(try source.facts(at: moment), source.register, from: from)
  }

  /// Folds all facts of one moment in order of recording.
  ///
  /// - Throws: `sumOverflow` when a sum leaves its range.
  init(_ facts: [Fact], _ register: Register, from: Day) throws(Diagnostic) {
    self.from = from
    deals = Array(repeating: DealFold(), count: register.deals.count + 1)
    envelopes = Array(repeating: MeasureTotals(), count: register.envelopes.count + 1)
    let reversals = Reversals(in: facts)
    let base = register.baseID
    let earlier = PortfolioFold.takenBack(facts, from: from)
    var foreign = 0
    var causes: [Int64: Measure] = [:]
    for fact in facts where fact.measure == .writtenOff || fact.measure == .handedOut {
      causes[fact.sequence] = fact.measure
    }
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      for fact in facts {
        if fact.measure.isOfStatements { continue }
        if fact.commodity != base { foreign += 1 } else { try add(fact, reversals, isTakenBack: earlier.contains(fact.reverses)) }
        if let cause = causes[fact.sequence], fact.day >= from { try addTaken(fact, cause) }
      }
    }
    foreignCount = foreign
  }

  /// The events before a period that it reverses.
  private static func takenBack(_ facts: [Fact], from: Day) -> Set<Int64> {
    var reversed: Set<Int64> = []
    for fact in facts where fact.reverses != 0 && fact.day >= from { reversed.insert(fact.reverses) }
    if reversed.isEmpty { return [] }
    return Set(facts.lazy.filter { $0.day < from && reversed.contains($0.sequence) }.map(\.sequence))
  }

  private mutating func add(_ fact: Fact, _ reversals: Reversals, isTakenBack: Bool) throws(MoneyOverflow) {
    let deal = Int(fact.dimensions.deal.rawValue)
    guard deals.indices.contains(deal) else { return }
    if let entry = fact.entryDay, !reversals.hides(fact) { deals[deal].firstPaid = min(deals[deal].firstPaid, entry) }
    if !fact.measure.isMark {
      if fact.day < from { try deals[deal].before.add(fact) } else { try deals[deal].enter(fact, isTakenBack: isTakenBack) }
      let envelope = Int(fact.dimensions.envelope.rawValue)
      if envelope > 0 && envelope < envelopes.count {
        try envelopes[envelope].add(fact)
        try addSpending(fact)
      }
      // What goes back, or only changes hands, is no money that a document has to prove.
      let isNew = fact.measure == .contributed && fact.traits.stage != .returned && !fact.traits.isAssigned
      if isNew && !fact.traits.hasEvidence && fact.day >= from && !reversals.hides(fact) {
        deals[deal].unproven = try deals[deal].unproven.plus(fact.amount)
      }
    }
    if fact.day >= from && PortfolioFold.isListed[Int(fact.measure.rawValue)] { listed.append(fact) }
  }

  private mutating func addTaken(_ fact: Fact, _ cause: Measure) throws(MoneyOverflow) {
    let deal = Int(fact.dimensions.deal.rawValue)
    guard deals.indices.contains(deal) else { return }
    let path: WritableKeyPath<DealFold, MeasureTotals?> = cause == .writtenOff ? \.writtenOff : \.handedOut
    var sums = deals[deal][keyPath: path] ?? MeasureTotals()
    try sums.add(fact)
    deals[deal][keyPath: path] = sums
  }

  private mutating func addSpending(_ fact: Fact) throws(MoneyOverflow) {
    let key = EnvelopeDeal(envelope: fact.dimensions.envelope, deal: fact.dimensions.deal)
    var sums = spending[key] ?? Spending()
    switch fact.measure {
    case .paidFresh, .feeFresh, .entryPaid: sums.paid = try sums.paid.plus(fact.amount)
    case .refunded: sums.paid = try sums.paid.minus(fact.amount)
    case .reserved, .entrySigned: sums.signed = try sums.signed.plus(fact.amount)
    case .relieved: sums.signed = try sums.signed.minus(fact.amount)
    default: return
    }
    spending[key] = sums
  }

  /// What an envelope pays and holds reserved for each deal, deals in the order of their declaration.
  func spending(of envelope: EnvelopeID) -> [(deal: DealID, sums: Spending)] {
    spending.filter { $0.key.envelope == envelope && ($0.value.paid != 0 || $0.value.signed != 0) }
      .map { ($0.key.deal, $0.value) }.sorted { $0.0 < $1.0 }
  }

  /// What an envelope comes to.
  subscript(envelope: EnvelopeID) -> EnvelopeFigures {
    let index = Int(envelope.rawValue)
    return EnvelopeFigures(envelopes.indices.contains(index) ? envelopes[index] : MeasureTotals())
  }

  /// What a deal comes to.
  subscript(deal: DealID) -> DealFold {
    let index = Int(deal.rawValue)
    return deals.indices.contains(index) ? deals[index] : DealFold()
  }

  /// Sums over all deals and over what is about no deal, before the period and within it.
  func totals() throws(Diagnostic) -> (before: MeasureTotals, during: MeasureTotals) {
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      var before = MeasureTotals()
      var during = MeasureTotals()
      for deal in deals {
        before = try before.adding(deal.before)
        during = try during.adding(deal.during)
      }
      return (before, during)
    }
  }
}

extension PortfolioFold {
  /// One deal as paid from one envelope.
  private struct EnvelopeDeal: Hashable {
    let envelope: EnvelopeID
    let deal: DealID
  }

  /// What an envelope paid on a deal and what it holds reserved for it, minor units.
  struct Spending {
    /// Paid, refunds taken off.
    var paid: Int64 = 0
    /// Signed and not yet paid.
    var signed: Int64 = 0
  }
}
