import LedgerCore
import Portfolio

/// Facts about money in funds, kept one by one: tracing needs the day of each.
struct FundFacts {
  /// The measures that move money in funds, or interests in them.
  static let measures: Set<Measure> = [
    .paidFresh, .paidRecycled, .refunded, .correctedCash, .openingPaid, .contributed, .deployed, .designated, .costOut, .soldTo,
    .soldOn,
  ]

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
  mutating func add(_ fact: Fact) {
    let (deal, party) = (Int(fact.dimensions.deal.rawValue), Int(fact.dimensions.party.rawValue))
    guard isInVehicle[deal] || fact.measure == .contributed && isFund.indices.contains(party) && isFund[party],
      FundFacts.measures.contains(fact.measure)
    else { return }
    all.append(fact)
  }

  /// Those of all days in order.
  func inOrder() -> [Fact] { all.sorted { ($0.day, $0.sequence) < ($1.day, $1.sequence) } }
}
