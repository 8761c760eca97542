import LedgerCore
import Portfolio

/// Closings that lie so far apart that a day between them is of none.
extension MoneyTiming {
  /// Finds the closings of deals, and of funds in companies, whose first and last days lie that far apart.
  ///
  /// Nearly all deals are paid within two years; the facts are only passed over once more for those that are not.
  mutating func noteClosings(
    _ facts: [Fact], _ investments: [Investment], _ base: CommodityID, hidden reversals: Reversals
  ) {
    let wide = units.parties.indices.filter { nearest(to: $0).mayHaveGap }
    let wideThrough = Set(through.indices.filter { through[$0].mayHaveGap })
    if wide.isEmpty && wideThrough.isEmpty { return }
    // By deal, or the one that stands for its fund: those that are wide, and all in companies that others are held against.
    let companies = Set(wide.filter { !own[units[$0]].isKnown }.map { units.parties[$0] })
    let kept = Set(wide.map { units[$0] })
    let isKept = units.parties.indices.map { kept.contains(units[$0]) || companies.contains(units.parties[$0]) && !units.isVehicle[$0] }
    var ours: [Int: [Fact]] = [:]
    for fact in facts where fact.commodity == base {
      switch fact.measure {
      case .committed, .paidFresh, .paidRecycled, .openingSince: break
      default: continue
      }
      guard case let deal = Int(fact.dimensions.deal.rawValue), deal > 0, deal < isKept.count, isKept[deal], !reversals.hides(fact)
      else { continue }
      ours[units[deal], default: []].append(fact)
    }
    let closingsOfOurs = ours.mapValues { OwnClosings($0) }
    var days: [Int: OwnClosings] = [:]
    for investment in investments where holdsOurs(investment.fund, on: investment.day) {
      let party = Int(investment.target.rawValue)
      if wideThrough.contains(party) || companies.contains(investment.target) { days[party, default: OwnClosings()].add(investment.day) }
    }
    for party in days.keys { days[party]?.join() }
    for party in wideThrough { closingsThrough[party] = days[party] }
    for deal in wide {
      if own[units[deal]].isKnown || units.isVehicle[deal] {
        closings[deal] = withFunds(closingsOfOurs[units[deal]] ?? OwnClosings(), investments, deal)
        continue
      }
      let company = units.parties[deal]
      var all = days[Int(company.rawValue)] ?? OwnClosings()
      for (unit, closings) in closingsOfOurs where units.parties[unit] == company { all.add(closings) }
      all.join()
      closings[deal] = all
    }
  }

  /// With the days on which our money came into a holder through other funds.
  private func withFunds(_ closings: OwnClosings, _ investments: [Investment], _ deal: Int) -> OwnClosings {
    if !units.isVehicle[deal] { return closings }
    var all = closings
    for investment in investments
    where units.fund(investment.target) == units[deal] && holdsOurs(investment.fund, on: investment.day) {
      all.add(investment.day)
    }
    for arrival in settled where units.fund(arrival.target) == units[deal] { all.add(arrival.day) }
    all.join()
    return all
  }

  /// Whether a day within the first and the last closing is of one of them.
  func isOfClosing(_ day: Day, _ closings: [Int: OwnClosings], _ place: Int) -> Bool {
    if closings.isEmpty { return true }
    return closings[place].map { $0.window(on: day) != nil } ?? true
  }

  /// How many days before or after the end of a closing still are near it: what counts hangs on the exact day.
  static let nearDays = 31

  /// Whether money called the same closing lies near the first or the last day of one, on either side.
  func isNearBound(_ fact: Fact) -> Bool {
    let deal = Int(fact.dimensions.deal.rawValue)
    guard deal > 0, deal < units.count, !units.isFund[deal], fact.traits.level == .round || fact.traits.level == nil else {
      return false
    }
    func isNear(_ window: OwnClosings.Window) -> Bool {
      abs(Int(fact.day.number) - Int(window.from.number)) <= MoneyTiming.nearDays
        || abs(Int(fact.day.number) - Int(window.to.number)) <= MoneyTiming.nearDays
    }
    if let gaps = closings.isEmpty ? nil : closings[deal] { return gaps.windows.contains(where: isNear) }
    return isNear(closing[deal])
  }
}
