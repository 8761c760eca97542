import LedgerCore
import Portfolio

/// The envelopes of a year and of the one before, as the budget has them: a payment of the closing period counts on
/// the last day of its budget year.
struct EnvelopeYears {
  let register: Register
  /// The envelopes of the year on which anything was recorded, with what they come to.
  let current: [(envelope: Envelope, figures: EnvelopeFigures)]
  /// The same of the year before.
  let prior: [(envelope: Envelope, figures: EnvelopeFigures)]
  /// Spent within the year by envelopes of other years, refunds taken off.
  private(set) var spentOfOthers: Int64 = 0
  /// Spent by the year's own envelopes outside of it.
  private(set) var spentOutside: Int64 = 0

  /// Folds the facts of envelopes.
  ///
  /// - Parameter moment: what counts as known; a day beyond the year lets in what was carried over or taken back then.
  init(
    _ source: any LedgerSource, _ year: StatementYear, moment: Moment, _ effects: RuleEffects
  ) throws(Diagnostic) {
    let register = source.register
    self.register = register
    let before = year.before
    let lastDays = (moment.asOf, year.isWhole ? moment.asOf : before.end)
    var sums = Array(repeating: MeasureTotals(), count: register.envelopes.count + 1)
    var others: Int64 = 0
    var outside: Int64 = 0
    for fact in try source.facts(at: year.allFacts, of: EnvelopeYears.measures) {
      let index = Int(fact.dimensions.envelope.rawValue)
      guard index > 0, index < sums.count, fact.commodity == register.baseID else { continue }
      let ofYear = register[fact.dimensions.envelope].year
      let day = effects.budgetDay(of: fact)
      if day > (ofYear == before.year ? lastDays.1 : lastDays.0) { continue }
      try Diagnostic.onOverflow { () throws(MoneyOverflow) in try sums[index].add(fact) }
      guard Fact.spendingMeasures.contains(fact.measure) else { continue }
      if ofYear == year.year && !year.covers(day) { try outside.add(fact.spent) }
      if ofYear != year.year && year.covers(day) { try others.add(fact.spent) }
    }
    spentOfOthers = others
    spentOutside = outside
    current = EnvelopeYears.rows(register, sums, of: year.year)
    prior = EnvelopeYears.rows(register, sums, of: before.year)
  }

  /// The envelopes of a year on which anything was recorded.
  private static func rows(
    _ register: Register, _ sums: [MeasureTotals], of year: Int
  ) -> [(envelope: Envelope, figures: EnvelopeFigures)] {
    register.envelopes.filter { $0.year == year }
      .map { ($0, EnvelopeFigures(sums[Int($0.id.rawValue)])) }.filter { !$0.1.isEmpty }
  }

  /// Spent by the envelopes of the year, refunds taken off.
  var spent: Int64 {
    get throws(Diagnostic) {
      var sum: Int64 = 0
      for (_, figures) in current { try sum.add(figures.paid) }
      return sum
    }
  }

  /// The measures that envelopes are folded from.
  static let measures: Set<Measure> = [
    .approved, .approvedAbove, .issued, .movedOut, .movedIn, .raised, .reduced, .frozen, .unfrozen, .carriedOut,
    .carriedIn, .lapsed, .reserved, .relieved, .paidFresh, .feeFresh, .refunded,
    .entrySource, .entryUnissued, .entryAvailable, .entryFrozen, .entrySigned, .entryPaid, .entryCarriedOut, .entryLapsed,
  ]
}
