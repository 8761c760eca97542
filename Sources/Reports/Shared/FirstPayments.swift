import LedgerCore
import Portfolio

/// When each deal was first paid, by deal id: what its vintage is.
struct FirstPayments {
  /// `never` for a deal that was not paid yet; index 0 is no deal.
  private(set) var days: [Day]

  private static let measures: Set<Measure> = [.paidFresh, .paidRecycled, .openingSince]

  /// Finds the first payments among facts of one moment; reversed ones do not count.
  init(_ facts: [Fact], deals: Int) {
    days = Array(repeating: .never, count: deals + 1)
    let reversals = Reversals(in: facts)
    for fact in facts where FirstPayments.measures.contains(fact.measure) {
      let deal = Int(fact.dimensions.deal.rawValue)
      let day = fact.measure == .openingSince ? Day(number: Int32(clamping: fact.amount)) : fact.day
      if deal > 0 && deal < days.count && !reversals.hides(fact) { days[deal] = min(days[deal], day) }
    }
  }

  /// The years of the days, 0 for a deal that was not paid yet.
  var years: [Int32] { days.map { $0 == .never ? 0 : Int32(clamping: $0.year) } }
}
