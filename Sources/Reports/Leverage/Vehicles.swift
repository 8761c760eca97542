import LedgerCore
import Portfolio

/// Which deals our money is in, straight or through funds of ours, and which funds are our own vehicles.
///
/// This is what keeps a yuan from counting twice: what a fund of ours puts into a company or a sub-fund is never the
/// social capital of that company or sub-fund, and a sub-fund's partners are no partners of ours.
struct Vehicles {
  /// By deal id: own money is in the deal itself.
  private(set) var holdsOwnMoney: [Bool]
  /// By deal id: own money reached the deal's party, straight or through funds.
  private(set) var isReached: [Bool]
  /// By deal id: the party is a fund, or a holder that capital was injected into.
  private(set) var isVehicle: [Bool]
  /// By party id: the party is a vehicle of a deal that is reached.
  private(set) var isOwnParty: [Bool]

  /// Follows the money of a fold from deal to deal.
  init(_ fold: LeverageFold, _ register: Register) throws(MoneyOverflow) {
    let count = register.deals.count + 1
    holdsOwnMoney = Array(repeating: false, count: count)
    isReached = holdsOwnMoney
    isVehicle = holdsOwnMoney
    isOwnParty = Array(repeating: false, count: register.parties.count + 1)
    var dealsOfParty: [Int32: [Int]] = [:]
    for deal in register.deals {
      isVehicle[Int(deal.id.rawValue)] = register.isVehicle(deal)
      dealsOfParty[deal.party.rawValue, default: []].append(Int(deal.id.rawValue))
    }
    for money in try Vehicles.totals(of: fold.own) where try money.isAny() && Int(money.deal) < count {
      holdsOwnMoney[Int(money.deal)] = true
    }
    var targets: [Int32: [Int32]] = [:]
    for claim in fold.claims.claims where claim.key.role == .deployment {
      targets[claim.key.deal, default: []].append(claim.key.party)
    }
    var open = holdsOwnMoney.indices.filter { holdsOwnMoney[$0] }
    for deal in open { isReached[deal] = true }
    while let deal = open.popLast() {
      for party in targets[Int32(deal)] ?? [] {
        for next in dealsOfParty[party] ?? [] where !isReached[next] {
          isReached[next] = true
          open.append(next)
        }
      }
    }
    for deal in register.deals where isReached[Int(deal.id.rawValue)] && isVehicle[Int(deal.id.rawValue)] {
      isOwnParty[Int(deal.party.rawValue)] = true
    }
    isOwnParty[0] = false
  }

  /// The own money of each deal, years put together.
  private static func totals(of own: [OwnMoney]) throws(MoneyOverflow) -> [OwnMoney] {
    var totals: [Int32: OwnMoney] = [:]
    for money in own { try totals[money.deal, default: OwnMoney(deal: money.deal, year: 0)].add(money) }
    return Array(totals.values)
  }

  /// Whether a deal of the books lies within the tables.
  func knows(_ deal: Int32) -> Bool { deal > 0 && Int(deal) < isReached.count }

  /// Whether a party is a fund of ours.
  func isOwn(party: Int32) -> Bool { party > 0 && Int(party) < isOwnParty.count && isOwnParty[Int(party)] }
}
