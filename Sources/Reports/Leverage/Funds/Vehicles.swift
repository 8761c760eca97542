import LedgerCore
import Portfolio

/// Which deals our money is in, straight or through funds of ours, and which funds are our own vehicles.
///
/// This is what keeps a yuan from counting twice: what a fund of ours puts into a company or a sub-fund is never the
/// social capital of that company or sub-fund, and a sub-fund's partners are no partners of ours.
struct Vehicles {
  /// By deal id: own money is in the deal itself, or on another deal in the same fund.
  private(set) var holdsOwnMoney: [Bool]
  /// By deal id: own money reached the deal's party, straight or through funds.
  private(set) var isReached: [Bool]
  /// By deal id: the party is a fund, or a holder that capital was injected into.
  let isVehicle: [Bool]
  /// By party id: it is declared as a fund, whether a deal is in it or not.
  private let isFundParty: [Bool]
  /// By party id: the party is a vehicle of a deal that is reached.
  private(set) var isOwnParty: [Bool]

  /// Follows the money of a fold from party to party.
  init(_ fold: LeverageFold, _ register: Register) throws(MoneyOverflow) {
    let units = fold.timing.units
    holdsOwnMoney = Array(repeating: false, count: units.count)
    isReached = holdsOwnMoney
    isVehicle = units.isVehicle
    isOwnParty = Array(repeating: false, count: register.parties.count + 1)
    isFundParty = [false] + register.parties.map { $0.kind == .fund }
    for money in try Vehicles.totals(of: fold.own) where try money.isAny() && Int(money.deal) < units.count {
      holdsOwnMoney[units[Int(money.deal)]] = true
    }
    for deal in holdsOwnMoney.indices where isVehicle[deal] { holdsOwnMoney[deal] = holdsOwnMoney[units[deal]] }
    var dealsOfParty: [Int32: [Int]] = [:]
    for deal in register.deals where !deal.party.isNone {
      dealsOfParty[deal.party.rawValue, default: []].append(Int(deal.id.rawValue))
    }
    let targets = try Vehicles.targets(fold)
    var open: [Int] = []
    func reach(_ party: PartyID) {
      for deal in dealsOfParty[party.rawValue] ?? [] where !isReached[deal] {
        isReached[deal] = true
        open.append(deal)
      }
    }
    for deal in holdsOwnMoney.indices where holdsOwnMoney[deal] && !isReached[deal] {
      isReached[deal] = true
      open.append(deal)
      // Others' deals in a company that we paid into are none of ours; a fund is one fund.
      if isVehicle[deal] { reach(units.parties[deal]) }
    }
    while let deal = open.popLast() {
      for party in targets[Int32(deal)] ?? [] { reach(PartyID(party)) }
    }
    for deal in isReached.indices where isReached[deal] && isVehicle[deal] {
      isOwnParty[Int(units.parties[deal].rawValue)] = true
    }
    isOwnParty[0] = false
  }

  /// By deal id, the parties into which a fund put money, whichever side records it.
  private static func targets(_ fold: LeverageFold) throws(MoneyOverflow) -> [Int32: [Int32]] {
    let units = fold.timing.units
    var targets: [Int32: [Int32]] = [:]
    func add(_ party: Int32, paidInto deal: Int32) {
      targets[Int32(units.fund(PartyID(party))), default: []].append(units.parties[Int(deal)].rawValue)
    }
    for claim in fold.claims.claims {
      switch claim.key.role {
      case .deployment: targets[claim.key.deal, default: []].append(claim.key.party)
      case .partner where units.fund(PartyID(claim.key.party)) > 0:
        if try fold.claims.paid(on: claim) > 0 { add(claim.key.party, paidInto: claim.key.deal) }
      case .partner, .project, .loan, .bankEquity: break
      }
    }
    for arrival in fold.timing.settled { targets[Int32(arrival.fund), default: []].append(arrival.target.rawValue) }
    for money in fold.later where units.fund(PartyID(money.party)) > 0 { add(money.party, paidInto: money.deal) }
    return targets
  }

  /// The own money of each deal, years put together.
  private static func totals(of own: [OwnMoney]) throws(MoneyOverflow) -> [OwnMoney] {
    var totals: [Int32: OwnMoney] = [:]
    for money in own { try totals[money.deal, default: OwnMoney(deal: money.deal, year: 0)].add(money) }
    return Array(totals.values)
  }

  /// Whether a deal of the books lies within the tables.
  func knows(_ deal: Int32) -> Bool { deal > 0 && Int(deal) < isReached.count }

  /// Whether a party is a fund: money in it is in no company, even where nothing is recorded of it.
  func isFund(party: Int32) -> Bool { party > 0 && Int(party) < isFundParty.count && isFundParty[Int(party)] }

  /// Whether a party is a fund of ours.
  func isOwn(party: Int32) -> Bool { party > 0 && Int(party) < isOwnParty.count && isOwnParty[Int(party)] }
}
