import LedgerCore
import Portfolio

/// Which side says what funds of ours put into companies: the fund as invested, or the company's deal as paid in by the
/// fund. It is the same money, and the side that records more of it counts, everywhere alike.
struct FundRecords {
  /// A fund and a company, as ids of parties.
  private struct Pair: Hashable {
    let fund: Int32
    let company: Int32
  }

  private var received: Set<Pair> = []
  /// By deal id, its party.
  private let parties: [Int32]

  /// Compares what both sides record.
  init(_ fold: LeverageFold, _ vehicles: Vehicles, _ register: Register) throws(MoneyOverflow) {
    parties = [0] + register.deals.map(\.party.rawValue)
    var more: [Pair: Int64] = [:]
    for claim in fold.claims.claims where vehicles.knows(claim.key.deal) && vehicles.isReached[Int(claim.key.deal)] {
      guard let pair = pair(of: claim, vehicles) else { continue }
      let paid = try fold.claims.paid(on: claim)
      more[pair] = try (more[pair] ?? 0).plus(claim.key.role == .deployment ? 0 - paid : paid)
    }
    for money in fold.later where vehicles.knows(money.deal) && vehicles.isReached[Int(money.deal)] {
      guard let pair = pair(fund: money.party, deal: money.deal, vehicles) else { continue }
      more[pair] = try (more[pair] ?? 0).plus(money.amount)
    }
    received = Set(more.filter { $0.value > 0 }.keys)
  }

  private func pair(of claim: MoneyClaim, _ vehicles: Vehicles) -> Pair? {
    let (deal, party) = (claim.key.deal, claim.key.party)
    switch claim.key.role {
    case .deployment:
      return vehicles.isOwn(party: party) || vehicles.isFund(party: party) ? nil : Pair(fund: parties[Int(deal)], company: party)
    case .partner: return self.pair(fund: party, deal: deal, vehicles)
    case .project, .loan, .bankEquity: return nil
    }
  }

  /// A party that paid into a deal as a fund of ours with a company; nil for anything else.
  private func pair(fund: Int32, deal: Int32, _ vehicles: Vehicles) -> Pair? {
    vehicles.isOwn(party: fund) && !vehicles.isVehicle[Int(deal)] ? Pair(fund: fund, company: parties[Int(deal)]) : nil
  }

  /// Whether what a fund put into a company's deal counts as that deal records it.
  func isOfCompany(fund: Int32, deal: Int32, _ vehicles: Vehicles) -> Bool {
    !received.isEmpty && pair(fund: fund, deal: deal, vehicles).map(received.contains) == true
  }

  /// Whether what a fund put into a company counts as the company's deal records it.
  func isOfCompany(_ claim: MoneyClaim, _ vehicles: Vehicles) -> Bool {
    !received.isEmpty && pair(of: claim, vehicles).map(received.contains) == true
  }
}
