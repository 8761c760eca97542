import LedgerCore
import Portfolio
import ReportDocument

/// All that is compared for one budget year: envelopes, quota book, budget book, treasury, and what differs.
struct Reconciliation {
  let year: Int
  let moment: Moment
  let register: Register
  /// The envelopes of the year that anything was recorded on.
  let envelopes: [Envelope]
  let fold: PortfolioFold
  let quota: QuotaBalances
  /// The three sides; nil when the rules keep no budget book.
  let sides: SpendingSides?
  let differences: [Difference]
  /// What statements confirm; nil when none is recorded.
  let bank: BankLeg?
  /// Money carried over for too long.
  let aged: AgedMoney
  /// Facts of all years that spend an envelope.
  let spending: [Fact]

  /// Compares the books of a source.
  ///
  /// - Throws: `unknownEnvelope` when there is nothing to reconcile in the year, or what the source throws.
  init(_ source: any LedgerSource, year: Int, moment: Moment) throws(Diagnostic) {
    self.year = year
    self.moment = moment
    register = source.register
    let rows = try BookRows(source, moment: moment)
    let facts = try Reconciliation.facts(source, at: moment)
    let fold = try PortfolioFold(facts, source.register, from: .start(ofYear: year))
    self.fold = fold
    envelopes = source.register.envelopes.filter { $0.year == year && !fold[$0.id].isEmpty }
    quota = try QuotaBalances(source, rows)
    aged = AgedMoney(try SourceTrace(facts), source, cutOff: try source.cutOff(at: moment))
    spending = facts.filter {
      Fact.spendingMeasures.contains($0.measure) && !$0.dimensions.envelope.isNone
        && $0.commodity == source.register.baseID
    }
    let bank = try BankLeg(source, moment: moment)
    self.bank = bank
    if RuleAccounts(source).outlays.isEmpty {
      sides = nil
      differences = []
    } else {
      let closings = try ClosingEntries(source, rows, year: year, moment: moment)
      let plain = try PlainPayments(source, moment: moment, closings: closings)
      let sides = try SpendingSides(
        source, rows, year: year, moment: moment, spending: spending, closings: closings, plain: plain)
      self.sides = sides
      let found = try DifferenceFinder(
        source: source, year: year, moment: moment, spending: spending, sides: sides, closings: closings, plain: plain,
        misplaced: Misplaced(source, rows)
      ).differences()
      var stated: [Difference] = []
      if let bank {
        stated = try StatedPayments(register: source.register, year: year, moment: moment, bank: bank).items(spending, source)
      }
      stated += try UnbudgetedPayments(source: source, year: year, moment: moment).items()
      stated += try QuotaVouchers(source, moment: moment).differences(source, year: year, besides: found + stated)
      differences =
        stated.isEmpty
        ? found : (found + stated).sorted { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
    }
    if envelopes.isEmpty && differences.isEmpty {
      throw .noEnvelopes(of: year, Wording("可以对账", " to reconcile"), in: source.register)
    }
  }

  /// The facts that the budget and quota books know at a moment: what the closing period did is in them on 31 December.
  private static func facts(_ source: any LedgerSource, at moment: Moment) throws(Diagnostic) -> [Fact] {
    guard moment.asOf != .never, let closingDays = source.register.closingDays else {
      return try source.facts(at: moment)
    }
    let later = Moment(asOf: moment.asOf.adding(days: closingDays), knownAt: moment.knownAt)
    return try source.facts(at: later).filter { source.register.budgetDay(of: $0) <= moment.asOf }
  }

  /// The three sides of one envelope, all deals together.
  func sides(of envelope: EnvelopeID) throws(Diagnostic) -> SpendingSides.Sides {
    var sum = SpendingSides.Sides()
    for (key, own) in sides?.sides ?? [:] where key.envelope == envelope {
      try sum.paid.add(own.paid)
      try sum.outlay.add(own.outlay)
      try sum.cash.add(own.cash)
    }
    return sum
  }

  /// What of an envelope's differences no item explains: paid against outlay, and paid against treasury.
  func untraced(_ envelope: EnvelopeID) throws(Diagnostic) -> (outlay: Int64, cash: Int64) {
    guard sides != nil else { return (0, 0) }
    let own = try sides(of: envelope)
    var outlay = Int128(own.paid) - Int128(own.outlay)
    var cash = Int128(own.paid) - Int128(own.cash)
    for item in differences where item.envelope == envelope {
      outlay -= Int128(item.paid) - Int128(item.outlay)
      cash -= Int128(item.paid) - Int128(item.cash)
    }
    return (Int64(clamping: outlay), Int64(clamping: cash))
  }

  /// Which payments of the year lie outside the days that statements cover, and so were compared with none; nil when none does.
  func beyondStatements() throws(Diagnostic) -> Phrase? {
    guard let bank else { return nil }
    let reversals = Reversals(in: spending)
    let beyond = spending.filter { fact in
      register[fact.dimensions.envelope].year == year && fact.day <= moment.asOf && (fact.day < bank.first || fact.day > bank.last)
        && fact.spent != 0 && !reversals.hides(fact) && !bank.confirms(fact.sequence)
    }
    if beyond.isEmpty { return nil }
    var sum: Int64 = 0
    for fact in beyond { try sum.add(fact.spent) }
    let amount = Cell.money(sum, register.base)
    return Phrase(
      exactly: "对账单只覆盖 \(bank.first.description) 至 \(bank.last.description)：此外的 \(beyond.count) 笔付款（\(amount)）未与对账单核对，结论不含这些日期。",
      """
      Statements cover \(bank.first.description) to \(bank.last.description) only; not compared: \(EnglishCount.of(beyond.count, "payment")) outside these \
      days (\(amount)); the result does not speak of those days.
      """)
  }

  /// How many things are not explained: items, residuals of envelopes, places of the quota book, the year's outlay.
  func openCount() throws(Diagnostic) -> Int {
    var count = differences.count { !$0.isExplained }
    for envelope in envelopes {
      let untraced = try untraced(envelope.id)
      if untraced.outlay != 0 || untraced.cash != 0 { count += 1 }
      if !quota.agrees(envelope.id, fold[envelope.id]) { count += 1 }
    }
    if !quota.agrees(.none, EnvelopeFigures(MeasureTotals())) { count += 1 }
    if try OutlayStatement(self).residual != 0 { count += 1 }
    return count
  }
}
