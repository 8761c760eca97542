import LedgerCore
import Portfolio

/// Deals by what they are in: a fund is one fund, however many deals of ours are in it.
struct FundUnits {
  /// By deal id, the party that it is in.
  let parties: [PartyID]
  /// By deal id: the party is a fund, or a holder that capital was injected into.
  let isVehicle: [Bool]
  /// By deal id: the party is a fund, of which everybody who pays in is a partner.
  let isFund: [Bool]
  /// By deal id, the first deal in the same fund; the deal itself where it is in a company.
  private let firsts: [Int32]
  /// By party id, the first deal in which it is a vehicle; 0 for parties that are none.
  private var firstOfFund: [Int32]

  /// Finds the funds that several deals are in.
  init(_ register: Register) {
    var firsts: [Int32] = [0]
    firstOfFund = Array(repeating: 0, count: register.parties.count + 1)
    parties = [.none] + register.deals.map(\.party)
    isVehicle = [false] + register.deals.map { register.isVehicle($0) }
    isFund = [false] + register.deals.map { !$0.party.isNone && register[$0.party].kind == .fund }
    for deal in register.deals {
      let (id, party) = (deal.id.rawValue, Int(deal.party.rawValue))
      if isVehicle[Int(id)], party > 0 {
        if firstOfFund[party] == 0 { firstOfFund[party] = id }
        firsts.append(firstOfFund[party])
      } else {
        firsts.append(id)
      }
    }
    self.firsts = firsts
  }

  /// How many deals there are, and one more: deals are numbered from 1.
  var count: Int { firsts.count }

  /// The deal that stands for all deals in the same fund; itself for one in a company.
  subscript(deal: Int) -> Int { Int(firsts[deal]) }

  /// Where others' money stands by its deal, level and class.
  func place(of fact: Fact) -> ContributionPlace {
    let deal = Int(fact.dimensions.deal.rawValue)
    let isKnown = deal > 0 && deal < count
    return ContributionPlace(fact.traits, isVehicle: isKnown && isVehicle[deal], isFund: isKnown && isFund[deal])
  }

  /// The role in which a contribution counts; nil for what no multiplier counts: rounds before and after ours, announcements,
  /// shares that only changed hands.
  func role(of fact: Fact) -> MoneyClaim.Role? {
    fact.traits.isSecondary || fact.traits.stage == .announced ? nil : MoneyClaim.Role(place(of: fact))
  }

  /// The deal that stands for a party as a fund; 0 where it is none.
  func fund(_ party: PartyID) -> Int {
    let index = Int(party.rawValue)
    return firstOfFund.indices.contains(index) ? Int(firstOfFund[index]) : 0
  }
}
