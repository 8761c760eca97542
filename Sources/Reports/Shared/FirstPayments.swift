import LedgerCore
import Portfolio

/// When each deal was first paid, by deal id: what its vintage is.
struct FirstPayments {
  /// `never` for a deal that was not paid yet; index 0 is no deal.
  private(set) var days: [Day]
  /// The envelope that paid first, none for a deal that none paid.
  private(set) var envelopes: [EnvelopeID]
  /// How many deals were paid out of more than one envelope.
  private(set) var severalEnvelopesCount = 0

  /// The measures that tell of a payment.
  static let measures: Set<Measure> = [.paidFresh, .paidRecycled, .openingSince]

  /// Finds the first payments among facts of one moment; reversed ones do not count.
  init(_ facts: [Fact], deals: Int) {
    days = Array(repeating: .never, count: deals + 1)
    envelopes = Array(repeating: .none, count: deals + 1)
    var envelopeDays = days
    var hasSeveral = Array(repeating: false, count: deals + 1)
    let reversals = Reversals(in: facts)
    for fact in facts where FirstPayments.measures.contains(fact.measure) {
      let deal = Int(fact.dimensions.deal.rawValue)
      let day = fact.measure == .openingSince ? Day(number: Int32(clamping: fact.amount)) : fact.day
      guard deal > 0, deal < days.count, !reversals.hides(fact) else { continue }
      days[deal] = min(days[deal], day)
      let envelope = fact.dimensions.envelope
      if envelope.isNone { continue }
      if !envelopes[deal].isNone && envelopes[deal] != envelope { hasSeveral[deal] = true }
      if fact.day < envelopeDays[deal] { (envelopeDays[deal], envelopes[deal]) = (fact.day, envelope) }
    }
    severalEnvelopesCount = hasSeveral.count { $0 }
  }

  /// The envelope that paid each deal first; of a deal that none paid, the one that reserved for it first.
  static func envelopes(orReserved facts: [Fact], deals: Int) -> [EnvelopeID] {
    var envelopes = FirstPayments(facts, deals: deals).envelopes
    let reversals = Reversals(in: facts)
    let reserved = facts.filter { $0.measure == .reserved && $0.amount > 0 && !reversals.hides($0) }
    for fact in reserved.sorted(by: { ($0.day, $0.sequence) < ($1.day, $1.sequence) }) {
      let deal = Int(fact.dimensions.deal.rawValue)
      if deal > 0 && deal < envelopes.count && envelopes[deal].isNone { envelopes[deal] = fact.dimensions.envelope }
    }
    return envelopes
  }

  /// The years of the days, 0 for a deal that was not paid yet.
  var years: [Int32] { days.map { $0 == .never ? 0 : Int32(clamping: $0.year) } }
}
