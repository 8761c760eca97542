import LedgerCore
import Portfolio

/// The facts that returns are made of, by day and on one day in the order given, reversed ones left out.
///
/// They may be condensed: facts of one day, measure and dimensions may come as their sum.
struct ReturnEntries {
  /// Entries of deals, ascending by day.
  private(set) var deals: [ReturnEntry] = []
  /// Management fees, ascending by day.
  private(set) var fees: [FeePayment] = []
  /// Facts in other commodities than the base one, left out.
  private(set) var foreignCount = 0
  /// Whether the books began in the middle of a deal's life.
  private(set) var hasOpening = false
  /// Whether holdings changed hands without payment.
  private(set) var hasInKind = false
  /// The first payments that openings state, by deal id; `never` where there is none.
  private(set) var since: [Day]
  /// The days on which the books took over deals in the middle of their lives; `always` for any other.
  private(set) var opened: [Day]
  /// Sorts facts of one moment; those about deals that the register does not know are left out.
  ///
  /// - Throws: `sumOverflow` when there are more deals than an entry can tell apart.
  init(_ facts: [Fact], register: Register) throws(Diagnostic) {
    let question = try Question(Reversals(in: facts), register)
    var part = Part(roomFor: facts.count)
    for fact in facts { part.add(fact, question) }
    self.init([part], question)
  }

  /// Sorts the facts of a moment as they are read, so that a million of them are never held at once.
  ///
  /// - Throws: what the source throws, or `sumOverflow` when there are more deals than an entry can tell apart.
  init(from source: any LedgerSource, at moment: Moment) throws(Diagnostic) {
    let question = try Question(Reversals(of: try source.reversedEvents(at: moment)), source.register)
    let parts = try source.gatherFacts(
      from: .always, at: moment, of: ReturnsView.measures, into: { Part(roomFor: $0) }, { $0.add($1, question) })
    self.init(parts, question)
  }

  private init(_ parts: [Part], _ question: Question) {
    since = Array(repeating: .never, count: question.dealCount + 1)
    opened = Array(repeating: .always, count: question.dealCount + 1)
    for part in parts {
      fees += part.fees
      foreignCount += part.foreignCount
      hasOpening = hasOpening || part.hasOpening || !part.opening.isEmpty
      hasInKind = hasInKind || part.hasInKind
      for stated in part.since {
        since[stated.deal] = min(since[stated.deal], stated.first)
        opened[stated.deal] = stated.day
      }
    }
    deals = DaySort.sorted(parts.map { $0.deals(paidSince: since) })
    fees = fees.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
  }
}

extension ReturnEntries {
  /// What tells which facts are taken.
  fileprivate struct Question: Sendable {
    let reversals: Reversals
    let base: CommodityID
    let dealCount: Int

    init(_ reversals: Reversals, _ register: Register) throws(Diagnostic) {
      guard register.deals.count <= ReturnEntry.dealMax else {
        throw Diagnostic(
          .sumOverflow,
          Wording(
            "收益最多计算 \(ReturnEntry.dealMax) 个项目；现有 \(register.deals.count) 个",
            "returns are reckoned of at most \(ReturnEntry.dealMax) deals; there are \(register.deals.count)"))
      }
      self.reversals = reversals
      base = register.baseID
      dealCount = register.deals.count
    }
  }

  /// Some facts that follow each other, sorted out.
  fileprivate struct Part: Sendable {
    var deals: [ReturnEntry] = []
    var fees: [FeePayment] = []
    var foreignCount = 0
    var hasOpening = false
    var hasInKind = false
    /// Places in `deals` of what was paid before the books began.
    var opening: [Int] = []
    /// The first payments that openings state, and when the books took the deals over.
    var since: [(deal: Int, first: Day, day: Day)] = []

    init(roomFor count: Int) { deals.reserveCapacity(count) }

    /// The entries, where what was paid before the books began counts on the day of the deal's first payment.
    func deals(paidSince since: [Day]) -> [ReturnEntry] {
      if opening.isEmpty { return deals }
      var deals = deals
      for index in opening {
        let day = since[Int(deals[index].deal)]
        if day != .never { deals[index].day = day }
      }
      return deals
    }

    mutating func add(_ fact: Fact, _ question: Question) {
      let part = ReturnEntry.part(of: fact.measure)
      if part == .none { return }
      let deal = Int(fact.dimensions.deal.rawValue)
      let isKnown = deal > 0 && deal <= question.dealCount
      guard part == .fee || isKnown, !question.reversals.hides(fact) else { return }
      if fact.commodity != question.base {
        foreignCount += 1
        return
      }
      switch fact.measure {
      case .fee, .feeFresh:
        fees.append(
          FeePayment(
            day: fact.day, programme: fact.dimensions.programme, deal: isKnown ? deal : 0, amount: fact.amount))
        return
      case .openingSince:
        since.append((deal, Day(number: Int32(clamping: fact.amount)), fact.day))
        return
      case .openingPaid: opening.append(deals.count)
      case .openingReceived: hasOpening = true
      case .handedIn, .handedOut: hasInKind = true
      default: break
      }
      deals.append(
        ReturnEntry(
          day: fact.day, deal: Int32(truncatingIfNeeded: deal), measure: fact.measure, amount: fact.amount))
    }
  }
}

/// A management fee as it was paid.
struct FeePayment {
  let day: Day
  let programme: ProgrammeID
  /// The deal that it names, 0 for none.
  let deal: Int
  /// Minor units.
  var amount: Int64
}
