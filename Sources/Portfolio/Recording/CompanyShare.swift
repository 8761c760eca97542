import LedgerCore

/// What is held of a company or a fund after an event, over all deals in it; parts per billion.
struct CompanyShare {
  /// Our share, that of the event's deal as the event says and those of the others as they stand.
  let share: Int64
  /// The largest share that another holder has, as last stated; nil when nothing says.
  let largestOther: Int64?
  /// The deal, or the company with the share of each deal where there are several.
  let name: String

  /// The programmes of the deals that hold some of it, that of the event's deal first.
  let programmes: [ProgrammeID]

  /// Adds up what is held of the party of a deal on the day of the event, or on a later day on which it is more: an event
  /// may be recorded after what it adds to was sold. Capital of a holder itself is a share of nothing else.
  ///
  /// - Parameters:
  ///   - own: the share of the deal after the event; nil where the event leaves it as it stands.
  ///   - stated: the largest share of another as the event says it; nil where it says nothing of it.
  init(of deal: Deal, _ own: Rate?, _ stated: Rate?, on day: Day, in recorder: Recorder) throws(Diagnostic) {
    var held: [(deal: Deal, position: DealPosition)] = [(deal, try recorder.position(of: deal.id))]
    for other in recorder.register.deals(in: deal.party) where other.id != deal.id && other.method != .injection {
      held.append((other, try recorder.position(of: other.id)))
    }
    var days: Set<Day> = [day]
    for (_, position) in held { days.formUnion(position.shareHeld.days(after: day)) }
    var most: (sum: Int128, parts: [String], programmes: [ProgrammeID]) = (-1, [], [])
    for date in days.sorted() {
      let parts = CompanyShare.parts(of: held, own, from: day, on: date)
      let sum = parts.reduce(Int128(0)) { $0 + Int128($1.share.partsPerBillion) }
      if sum > most.sum { most = (sum, parts.map { "\($0.deal.name) \($0.share)" }, parts.map(\.deal.programme)) }
    }
    let marks = held.compactMap { $0.position.mark(.largestOther) }
    share = Int64(clamping: most.sum)
    largestOther = stated?.partsPerBillion ?? marks.max { ($0.day, $0.sequence) < ($1.day, $1.sequence) }?.amount
    name = most.parts.count == 1 ? deal.name : "\(recorder.register[deal.party].name) (\(most.parts.joined(separator: ", ")))"
    programmes = most.programmes
  }

  /// The most that may be held without being the largest holder: who has more than half is, whatever the others have.
  var bound: Int64 { min(largestOther ?? .max, Rate.whole.partsPerBillion / 2) }

  /// How far it goes beyond that; below zero where it does not.
  var lead: Int64 { share - bound }

  /// What each deal holds on a day; the first is that of the event, which holds what the event says until somebody says
  /// otherwise on a later day.
  private static func parts(
    of held: [(deal: Deal, position: DealPosition)], _ own: Rate?, from event: Day, on day: Day
  ) -> [(deal: Deal, share: Rate)] {
    var parts: [(deal: Deal, share: Rate)] = []
    for (index, (deal, position)) in held.enumerated() {
      let isStated = index > 0 || position.mark(.shareHeld, asOf: day)?.day ?? event > event
      let standing = position.share(on: day) ?? .zero
      let share = isStated ? standing : own ?? standing
      if index == 0 || share > .zero { parts.append((deal, share)) }
    }
    return parts
  }
}
