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
    received = Set(more.filter { $0.value > 0 }.keys)
  }

  private func pair(of claim: MoneyClaim, _ vehicles: Vehicles) -> Pair? {
    let (deal, party) = (claim.key.deal, claim.key.party)
    switch claim.key.role {
    case .deployment: return vehicles.isOwn(party: party) ? nil : Pair(fund: parties[Int(deal)], company: party)
    case .partner:
      return vehicles.isOwn(party: party) && !vehicles.isVehicle[Int(deal)] ? Pair(fund: party, company: parties[Int(deal)]) : nil
    case .project, .loan: return nil
    }
  }

  /// Whether what a fund put into a company counts as the company's deal records it.
  func isOfCompany(_ claim: MoneyClaim, _ vehicles: Vehicles) -> Bool {
    !received.isEmpty && pair(of: claim, vehicles).map(received.contains) == true
  }
}
