import LedgerCore
import Portfolio

/// The three sides that must agree on each envelope and deal: quota (facts), budget book, treasury (fiscal book).
struct SpendingSides {
  /// What an amount is about.
  struct Key: Hashable {
    var envelope: EnvelopeID
    var deal: DealID
  }

  /// The three amounts, minor units.
  struct Sides {
    /// Paid by the quota, refunds taken off.
    var paid: Int64 = 0
    /// Outlay in the budget book.
    var outlay: Int64 = 0
    /// What left the treasury.
    var cash: Int64 = 0
    /// What left any account that holds money, the treasury among them.
    var money: Int64 = 0

    /// Whether the sides agree.
    var agree: Bool { paid == outlay && paid == cash }
  }

  private(set) var sides: [Key: Sides] = [:]
  /// Outlay of the calendar year in the budget book by whether it names an envelope.
  private(set) var outlayOfYear: (withEnvelope: Int64, without: Int64) = (0, 0)

  /// Sums the sides of a source; years before the one asked for are summed too, since they may be paid from within it.
  init(
    _ source: any LedgerSource, _ rows: BookRows, year: Int, moment: Moment, spending: [Fact],
    closings: ClosingEntries, plain: PlainPayments
  ) throws(Diagnostic) {
    let accounts = RuleAccounts(source)
    for fact in spending {
      let key = Key(envelope: fact.dimensions.envelope, deal: fact.dimensions.deal)
      try sides[key, default: Sides()].paid.add(fact.spent)
    }
    let outlays = accounts.outlays
    for row in rows.outlays(outlays) {
      let key = Key(envelope: row.dimensions.envelope, deal: row.dimensions.deal)
      try sides[key, default: Sides()].outlay.add(row.debit)
      try sides[key, default: Sides()].outlay.add(0 &- row.credit)
    }
    for (key, amount) in closings.amounts { try sides[key, default: Sides()].outlay.add(amount) }
    let treasury = accounts.treasury
    let money = accounts.money
    for row in rows.fiscal where money.contains(row.account) && !row.dimensions.envelope.isNone {
      let key = Key(envelope: row.dimensions.envelope, deal: row.dimensions.deal)
      let left = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try row.credit.minus(row.debit) }
      try sides[key, default: Sides()].money.add(left)
      if treasury.contains(row.account) { try sides[key, default: Sides()].cash.add(left) }
    }
    for payment in plain.payments.values {
      try sides[payment.key, default: Sides()].money.add(payment.money)
      try sides[payment.key, default: Sides()].cash.add(payment.cash)
    }
    try sumYear(source, year, moment, outlays, closings)
  }

  private mutating func sumYear(
    _ source: any LedgerSource, _ year: Int, _ moment: Moment, _ outlays: Set<AccountID>, _ closings: ClosingEntries
  ) throws(Diagnostic) {
    let end = Moment(asOf: min(moment.asOf, .end(ofYear: year)), knownAt: moment.knownAt)
    let query = MovementQuery(
      moment: end, from: .start(ofYear: year), isByDimensions: true, leavesOutClosing: true)
    for row in try source.movements(query)
    where outlays.contains(row.account) && row.commodity == source.register.baseID {
      let outlay = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try row.debit.minus(row.credit) }
      try addToYear(outlay, row.dimensions.envelope)
    }
    for (key, amount) in closings.amountsOfYear { try addToYear(amount, key.envelope) }
  }

  private mutating func addToYear(_ amount: Int64, _ envelope: EnvelopeID) throws(Diagnostic) {
    if envelope.isNone { try outlayOfYear.without.add(amount) } else { try outlayOfYear.withEnvelope.add(amount) }
  }
}

extension Fact {
  /// The measures that spend an envelope or give back to it.
  static let spendingMeasures: Set<Measure> = [.paidFresh, .feeFresh, .refunded, .entryPaid]

  /// What the fact spent of its envelope, minor units; negative for money that came back.
  var spent: Int64 { measure == .refunded ? 0 &- amount : amount }
}
