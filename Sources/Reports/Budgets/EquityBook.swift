import LedgerCore
import Portfolio

/// Everything that the equity note is made of: the holdings of a year by class and investee.
struct EquityBook {
  /// One company or fund with all deals in it.
  struct Investee {
    let party: PartyID
    var flows = EquityFlows()
  }

  let register: Register
  let year: StatementYear
  /// Classes in the order in which they print, each with its investees that have anything to show.
  let classes: [(rank: Int, investees: [Investee])]
  private let fold: PortfolioFold
  /// How each deal stands as far as its share at the end asks for it, by deal id.
  private var positions: [DealPosition]

  /// Folds the facts of a source up to the end of the year.
  init(_ source: any LedgerSource, _ year: StatementYear) throws(Diagnostic) {
    register = source.register
    self.year = year
    let facts = try source.facts(at: year.moment, of: EquityBook.measures)
    fold = try PortfolioFold(facts, source.register, from: year.from)
    classes = try EquityBook.classes(fold, source.register)
    positions = Array(repeating: DealPosition(), count: source.register.deals.count + 1)
    for fact in facts where DealPosition.shareMeasures.contains(fact.measure) {
      let deal = Int(fact.dimensions.deal.rawValue)
      if !positions.indices.contains(deal) { continue }
      do throws(MoneyOverflow) { try positions[deal].apply(fact) } catch {
        throw Diagnostic.sumOverflow
      }
    }
  }

  private static func classes(
    _ fold: PortfolioFold, _ register: Register
  ) throws(Diagnostic) -> [(rank: Int, investees: [Investee])] {
    var table: [Int: [Investee]] = [:]
    // By class and investee, the place in the table.
    var places: [Int: [PartyID: Int]] = [:]
    for deal in register.deals {
      let flows = try EquityFlows(fold[deal.id])
      if flows.isEmpty { continue }
      let rank = HoldingsSection.rank(of: deal, in: register)
      if let place = places[rank]?[deal.party] {
        try table[rank]?[place].flows.add(flows)
      } else {
        places[rank, default: [:]][deal.party] = table[rank]?.count ?? 0
        table[rank, default: []].append(Investee(party: deal.party, flows: flows))
      }
    }
    return table.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The deals that are held at the end or have something in a memo.
  func deals() throws(Diagnostic) -> [Deal] {
    register.deals.filter { deal in
      let own = fold[deal.id]
      return own.before.carryingAmount + own.during.carryingAmount != 0 || own.before.cost + own.during.cost != 0
        || suspendedLoss(of: deal) != 0 || writtenOff(of: deal) != 0
    }
  }

  /// The share of a deal at the end of the year; nil when it was never stated.
  func share(of deal: Deal) -> Rate? { positions[Int(deal.id.rawValue)].share(on: year.end) }

  /// The carrying amount at the end of the year.
  func carrying(of deal: Deal) -> Int64 { fold[deal.id].before.carryingAmount + fold[deal.id].during.carryingAmount }

  /// Losses below a carrying amount of zero, kept in a memo.
  func suspendedLoss(of deal: Deal) -> Int64 {
    let sums = [fold[deal.id].before, fold[deal.id].during]
    return sums.reduce(0) { $0 + $1[.openingSuspended] + $1[.lossSuspended] - $1[.lossRestored] }
  }

  /// Carrying amounts written off since the beginning, which stay listed (账销案存).
  func writtenOff(of deal: Deal) -> Int64 { fold[deal.id].before[.writtenOff] + fold[deal.id].during[.writtenOff] }

  /// Facts in other commodities than the base one, left out.
  var foreignCount: Int { fold.foreignCount }

  /// All measures but those of other people's money, which say nothing of what we hold.
  private static let measures = Set(Measure.allCases).subtracting([
    .contributed, .lent, .announced, .reinvested, .reinvestedRest, .deployed, .fairValue, .postMoney, .priceDue, .priceByTerms, .registered,
  ])
}
