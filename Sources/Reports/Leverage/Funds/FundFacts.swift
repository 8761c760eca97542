import LedgerCore
import Portfolio

/// Facts about money in funds, kept one by one: tracing needs the day of each.
struct FundFacts {
  /// The measures that move money in funds, or interests in them.
  static let measures: Set<Measure> = [
    .paidFresh, .paidRecycled, .refunded, .correctedCash, .openingPaid, .contributed, .deployed, .designated, .costOut, .soldTo,
    .soldOn,
  ]
  /// By event, the day since which money that an opening states is in the fund.
  private var openings: [Int64: Day] = [:]

  /// In the order in which they were met.
  private(set) var all: [Fact] = []
  /// By deal id, whether it is in a vehicle.
  private let isInVehicle: [Bool]
  /// By party id, whether it is a vehicle of a deal.
  private var isFund: [Bool]

  /// No facts yet.
  init(_ register: Register) {
    isInVehicle = [false] + register.deals.map { register.isVehicle($0) }
    isFund = Array(repeating: false, count: register.parties.count + 1)
    for deal in register.deals where isInVehicle[Int(deal.id.rawValue)] { isFund[Int(deal.party.rawValue)] = true }
    isFund[0] = false
  }

  /// Keeps a fact that is about money in a fund, or about what a fund put into a company.
  ///
  /// What an opening states was paid on the day that it names: the books began later than the money.
  mutating func add(_ fact: Fact) {
    let (deal, party) = (Int(fact.dimensions.deal.rawValue), Int(fact.dimensions.party.rawValue))
    guard isInVehicle[deal] || fact.measure == .contributed && isFund.indices.contains(party) && isFund[party],
      FundFacts.measures.contains(fact.measure) || fact.measure == .openingSince
    else { return }
    if fact.measure == .openingSince {
      openings[fact.sequence] = FundFacts.day(ofOpening: fact)
      return
    }
    all.append(fact)
    if fact.measure == .openingPaid, let since = openings[fact.sequence] { all[all.count - 1].day = since }
  }

  /// The day of the first payment that an opening states; before all others where it states none.
  static func day(ofOpening fact: Fact) -> Day {
    let since = Day(number: Int32(clamping: fact.amount))
    return since == fact.day ? .always : since
  }

  /// Those of all days in order.
  func inOrder() -> [Fact] { all.sorted { ($0.day, $0.sequence) < ($1.day, $1.sequence) } }
}
