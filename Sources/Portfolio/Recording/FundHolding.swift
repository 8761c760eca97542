import LedgerCore

/// What we hold of a fund by all deals in it, before or after an event, as the check of the same caps sees it.
struct FundHolding {
  /// What everybody has in the fund.
  let claims: FundClaims
  /// Our share; nil when no other partner and no share is recorded.
  let share: Ratio?
  /// Whether it is the share that the deals state.
  let isStated: Bool
  /// The deal, or the fund where several deals hold some of it.
  let name: String
  /// The programmes of the deals that hold some of it, that of the event's deal first.
  let programmes: [ProgrammeID]

  /// Reads what stands of a fund.
  ///
  /// - Parameters:
  ///   - deal: the deal of the event.
  ///   - stored: reads what is recorded of all deals in the fund, where sums do not tell it.
  ///   - facts: those of the event, in the commodity of the books; none for what was before it.
  init(
    of deal: Deal, adding facts: [Fact], in recorder: Recorder, _ stored: () throws(Diagnostic) -> [Fact]
  ) throws(Diagnostic) {
    let register = recorder.register
    let deals = register.deals(in: deal.party)
    var held = [deal]
    var stated: Int64?
    var isWhole = true
    var sums: [FundSums] = []
    for other in deals {
      let position = try FundHolding.position(of: other, adding: facts, in: recorder)
      sums.append(position.fund)
      guard other.method != .injection, position.isHeld || position.isSignedAlone else { continue }
      if other.id != deal.id { held.append(other) }
      if let share = position.share {
        stated = (stated ?? 0).plusClamped(share.partsPerBillion)
      } else {
        isWhole = false
      }
    }
    if let told = try Diagnostic.onOverflow({ () throws(MoneyOverflow) in try FundClaims(sums, base: register.baseID) }) {
      claims = told
    } else {
      let all = (try stored() + facts).standing
      claims = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try FundClaims(deals, all) }
    }
    let rate = stated.map { Rate(partsPerBillion: $0) }
    share = claims.share(stated: rate, isWhole: isWhole)
    isStated = claims.isStated(rate, isWhole: isWhole)
    name = held.count == 1 ? deal.name : register[deal.party].name
    programmes = held.map(\.programme)
  }

  /// How a deal stands with the facts of an event.
  private static func position(of deal: Deal, adding facts: [Fact], in recorder: Recorder) throws(Diagnostic) -> DealPosition {
    var position = try recorder.position(of: deal.id)
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      for fact in facts where fact.dimensions.deal == deal.id { try position.apply(fact) }
    }
    return position
  }
}
