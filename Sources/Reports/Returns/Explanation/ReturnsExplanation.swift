import Analytics
import LedgerCore
import Portfolio

/// The facts behind the returns of one group: its flows by day, its commitments, valuations and fees, and what is left out.
struct ReturnsExplanation {
  /// What of a group came or went on a day, by which event.
  struct Flow {
    let fact: Fact
    /// When it counts; what was paid before the books began counts on the day of the first payment.
    let day: Day
    /// Minor units, negative when paid in.
    let amount: Int64
    /// Whether it counts as paid in (a refund too) and not as distributed.
    let isPayment: Bool
  }

  /// Why a fact does not count.
  enum Reason: String { case reversed, foreign }

  /// The group as the report shows it.
  let group: ReturnsView.Group
  /// Whether the group is all deals, which bear the fees that no deal does too.
  let isWhole: Bool
  /// The deals of the group by the raw values of their ids, ascending.
  let deals: [Int]
  /// Ascending by day, those of one day in order of recording.
  private(set) var flows: [Flow] = []
  /// What committed money, in order of recording.
  private(set) var commitments: [Fact] = []
  /// The last valuation of each deal that has one, by the raw value of its id.
  private(set) var valuations: [Int: Fact] = [:]
  /// Management fees of the programmes of these deals that stand, in order of recording.
  private(set) var fees: [Fact] = []
  /// Flows, commitments and valuations that do not count.
  private(set) var leftOut: [(fact: Fact, reason: Reason)] = []

  /// Sorts the facts of one moment.
  init(of place: Int, _ view: ReturnsView, _ facts: [Fact], _ register: Register, isWhole: Bool = false) {
    let places = view.byGroup.places
    self.isWhole = isWhole
    group = isWhole ? view.total : view.byGroup.groups[place] ?? view.total
    deals = places.indices.dropFirst().filter { Int(places[$0]) == place }
    let own = Set(deals)
    let programmes = Set(deals.map { register.deals[$0 - 1].programme })
    let reversals = Reversals(in: facts)
    for fact in facts {
      let deal = Int(fact.dimensions.deal.rawValue)
      let part = ReturnEntry.part(of: fact.measure)
      if part == .fee {
        let isOwn = isWhole || (deal > 0 ? own.contains(deal) : programmes.contains(fact.dimensions.programme))
        if isOwn && !reversals.hides(fact) && fact.commodity == register.baseID { fees.append(fact) }
        continue
      }
      let isListed = part == .payment || part == .distribution || fact.measure == .committed || fact.measure == .fairValue
      guard isListed, own.contains(deal) else { continue }
      if reversals.hides(fact) {
        leftOut.append((fact, .reversed))
      } else if fact.commodity != register.baseID {
        leftOut.append((fact, .foreign))
      } else {
        add(fact, deal, part, since: view.fold.entries.since[deal])
      }
    }
    flows.sort { ($0.day, $0.fact.sequence) < ($1.day, $1.fact.sequence) }
  }

  private mutating func add(_ fact: Fact, _ deal: Int, _ part: ReturnEntry.Part, since: Day) {
    switch part {
    case .payment, .distribution:
      let entry = ReturnEntry(day: fact.day, deal: Int32(clamping: deal), measure: fact.measure, amount: fact.amount)
      let isBefore = fact.measure == .openingPaid && since != .never
      flows.append(Flow(fact: fact, day: isBefore ? since : fact.day, amount: entry.flow, isPayment: part == .payment))
    default:
      if fact.measure == .committed { return commitments.append(fact) }
      if let last = valuations[deal], last.day > fact.day { return }
      valuations[deal] = fact
    }
  }

  /// What the flows pay in, and what they bring back.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  func sums() throws(MoneyOverflow) -> (paidIn: Int64, distributed: Int64) {
    var (paidIn, distributed) = (Int64(0), Int64(0))
    for flow in flows {
      if flow.isPayment { paidIn = try paidIn.minus(flow.amount) } else { distributed = try distributed.plus(flow.amount) }
    }
    return (paidIn, distributed)
  }
}
