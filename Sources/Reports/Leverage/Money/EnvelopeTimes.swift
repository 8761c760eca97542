import LedgerCore
import Portfolio

/// Which envelope money stands with: ours with the one that paid it, that of others with the one that had paid last by then.
///
/// Envelopes are numbered in the order in which they print, from 1; 0 is what none paid: openings, recovered money and what came
/// with it, deals and sub-funds without a payment out of an envelope.
struct EnvelopeTimes {
  /// By number less 1.
  private(set) var envelopes: [EnvelopeID] = []
  private var numbers: [EnvelopeID: Int32] = [:]
  /// By the deal that stands for a fund, and by deals in companies, the days on which envelopes paid or reserved for it, and
  /// those of payments that no envelope made.
  private var times: [[(day: Day, number: Int32)]]
  /// By event, the envelope in which a commitment is reserved.
  private var reservedIn: [Int64: EnvelopeID] = [:]
  private let units: FundUnits

  /// The measures that say which envelope pays.
  static let measures: Set<Measure> = [.reserved, .paidFresh, .paidRecycled, .openingSince]

  init(_ facts: [Fact], _ register: Register) {
    units = FundUnits(register)
    times = Array(repeating: [], count: units.count)
    let reversals = Reversals(in: facts)
    var met: Set<EnvelopeID> = []
    var marks: [(unit: Int, day: Day, envelope: EnvelopeID)] = []
    for fact in facts where EnvelopeTimes.measures.contains(fact.measure) {
      let (deal, envelope) = (Int(fact.dimensions.deal.rawValue), fact.dimensions.envelope)
      guard deal > 0, deal < units.count, fact.amount > 0 || fact.measure == .openingSince, !reversals.hides(fact) else { continue }
      if fact.measure == .openingSince {
        marks.append((units[deal], FundFacts.day(ofOpening: fact), .none))
        continue
      }
      if fact.measure == .paidRecycled {
        marks.append((units[deal], fact.day, .none))
        continue
      }
      if envelope.isNone { continue }
      met.insert(envelope)
      marks.append((units[deal], fact.day, envelope))
      if fact.measure == .reserved { reservedIn[fact.sequence] = envelope }
    }
    envelopes = met.sorted { (register[$0].year, register[$0].name) < (register[$1].year, register[$1].name) }
    for (place, envelope) in envelopes.enumerated() { numbers[envelope] = Int32(place + 1) }
    for mark in marks { times[mark.unit].append((mark.day, numbers[mark.envelope] ?? 0)) }
    for unit in times.indices where times[unit].count > 1 { times[unit].sort { ($0.day, $0.number) < ($1.day, $1.number) } }
  }

  /// The number of the envelope that a fact stands with.
  func number(of fact: Fact) -> Int32 {
    switch fact.measure {
    case .paidFresh, .refunded, .correctedCash: if let number = numbers[fact.dimensions.envelope] { return number }
    case .paidRecycled, .openingPaid: return 0
    case .committed: if let number = numbers[reservedIn[fact.sequence] ?? .none] { return number }
    default: break
    }
    let deal = Int(fact.dimensions.deal.rawValue)
    guard deal > 0, deal < units.count, let first = times[units[deal]].first else { return 0 }
    return times[units[deal]].last { $0.day <= fact.day }?.number ?? first.number
  }
}
