import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// The figures that scorecards and performance tables judge, computed from the books at the end of a year.
struct PolicyFigures {
  let books: CheckedBooks
  let year: Int
  /// Multipliers of everything up to the day.
  private let leverage: LeverageSums
  /// Returns of everything up to the day.
  private let returns: ReturnsView
  private let money: CompanyMoney

  /// Reads the books at the end of a year, of one programme or of all.
  ///
  /// - Throws: `sumOverflow` when a sum leaves its range, or what the source throws.
  init(_ source: any LedgerSource, year: Int, moment: Moment, programme: ProgrammeID = .none) throws(Diagnostic) {
    let basis = try CheckBasis([], source.register)
    books = try CheckedBooks(source, moment: moment, requirements: basis.requirements, programme: programme)
    self.year = year
    leverage = try LeverageView(books.facts, register: books.register, by: .none).total
    returns = try ReturnsView(books.facts, register: books.register, by: .none, asOf: books.day)
    money = try CompanyMoney(books)
  }

  /// What one figure comes to.
  ///
  /// - Throws: `sumOverflow` when a sum leaves its range.
  func value(of metric: PolicyMetric) throws(Diagnostic) -> MetricValue {
    switch metric {
    case .socialShare, .leverage, .paidShare, .evidenceShare, .reinvestment: try ofOthers(metric)
    case .privateFirms, .earlyStage: try ofCompanies(metric)
    case .meanTerm: meanTerm
    case .idleShare: try idleShare()
    case .internalRate: internalRate
    case .assetGrowth: try assetGrowth()
    case .executionRate: try executionRate()
    case .registrationShare: registrationShare
    case .feeShare: try feeShare()
    case .lossShare:
      .ratio(returns.losses.byAmount.numerator, over: returns.losses.byAmount.denominator, orElse: PolicyFigures.nothingPaid)
    case .invested: .money(try ofYear([.paidFresh, .paidRecycled], less: [.refunded]))
    case .returned: .money(try ofYear([.receivedTreasury, .receivedHolder, .proceedsTreasury, .proceedsHolder]))
    case .loans: .money(try ofYear([.lent]))
    case .deals:
      .count(Int64(books.deals.count { books.firstPaid($0)?.year == year && isInvested($0) }))
    case .satisfaction: .unknown(Phrase("账簿不记录，须另行调查", "not in the books; it takes a survey"))
    }
  }

  /// Why a figure over what was paid has no value.
  private static let nothingPaid = Phrase("尚无实缴出资", "nothing was paid in yet")

  private func ofOthers(_ metric: PolicyMetric) throws(Diagnostic) -> MetricValue {
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      let policy = LeveragePolicy()
      let own = try leverage.paidIn(policy)
      let others = try leverage.partners.wide()
      let none = PolicyFigures.nothingPaid
      switch metric {
      case .socialShare:
        return .ratio(try leverage.partners.narrow(policy), over: try own.plus(others), orElse: none)
      case .leverage: return .ratio(others, over: own, orElse: none)
      case .paidShare:
        let committed = try leverage.committed(policy).plus(try leverage.partnersCommitted.wide())
        return .ratio(try own.plus(others), over: committed, orElse: Phrase("尚无认缴", "nothing was committed yet"))
      case .evidenceShare:
        return .ratio(try leverage.partnersEvidenced.wide(), over: others, orElse: Phrase("未登记社会资本", "no social capital is recorded"))
      default:
        return own == 0 ? .unknown(none) : .ratio(try leverage.reinvested.ratio(over: own))
      }
    }
  }

  private func ofCompanies(_ metric: PolicyMetric) throws(Diagnostic) -> MetricValue {
    if money.total == 0 { return .unknown(Phrase("尚无对企业的投资", "nothing was invested in companies yet")) }
    if metric == .privateFirms { return .ratio(Ratio(try money.amount { $0.kind == .company }, over: money.total)) }
    if money.staged == 0 { return .unknown(Phrase("被投企业未登记发展阶段（stage）", "no company says its stage")) }
    guard let words = try earlyStages() else { return .unknown(Phrase("未规定何为早期阶段", "no requirement says which stages are early")) }
    return .ratio(Ratio(try money.amount { words.contains($0.stage) }, over: money.total))
  }

  /// The stages that count as early: those of the requirement in force, else of the default pack.
  private func earlyStages() throws(Diagnostic) -> [String]? {
    if let found = books.requirements.inForce(.earlyStage, on: books.day) { return found.words }
    return try PolicyPack.builtIn(PolicyPack.defaultName).requirements.first { $0.rule == .earlyStage }?.words
  }

  private var meanTerm: MetricValue {
    let terms = books.held.map(books.agreedTerm).filter { $0 > 0 }
    return .ratio(
      Int64(terms.reduce(0, +)), over: Int64(terms.count) * 12, orElse: Phrase("持有项目均未约定期限", "no deal held has an agreed term"))
  }

  private func idleShare() throws(Diagnostic) -> MetricValue {
    var (paid, idle): (Int64, Int64) = (0, 0)
    for fund in books.funds where fund.isHeld {
      let movements = try fund.movements()
      for movement in movements where movement.change > 0 { try paid.add(movement.change) }
      try idle.add(try IdleLots(movements).total())
    }
    return .ratio(idle, over: paid, orElse: Phrase("没有持有的基金", "no fund is held"))
  }

  private var internalRate: MetricValue {
    let figure = returns.total.rate.figure
    // A band is of yearly rates; the return of less than a year is none.
    if figure.rounded(decimals: 9) != nil, figure.isAnnualised { return .rate(figure) }
    if figure.value != nil {
      return .unknown(Phrase("首笔出资不满一年，没有年化收益率", "the first payment is less than a year ago, so that there is no yearly rate"))
    }
    return .unknown(Phrase("内部收益率\(figure.remark.zh)", "the internal rate is \(figure.remark.en)"))
  }

  private func assetGrowth() throws(Diagnostic) -> MetricValue {
    let sums = returns.total.multiples
    return try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      .ratio(try sums.totalValue.minus(sums.paidIn), over: sums.paidIn, orElse: PolicyFigures.nothingPaid)
    }
  }

  private func executionRate() throws(Diagnostic) -> MetricValue {
    var sums: [EnvelopeID: MeasureTotals] = [:]
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      for fact in books.facts where !fact.dimensions.envelope.isNone {
        let envelope = fact.dimensions.envelope
        if books.register[envelope].year == year { try sums[envelope, default: MeasureTotals()].add(fact) }
      }
    }
    var (final, paid): (Int64, Int64) = (0, 0)
    for own in sums.values {
      let figures = EnvelopeFigures(own)
      try final.add(figures.final)
      try paid.add(figures.paid)
    }
    return .ratio(paid, over: final, orElse: Phrase("\(year) 年没有预算指标", "there is no budget for \(year)"))
  }

  private var registrationShare: MetricValue {
    let held = books.held.filter { $0.method != .injection }
    let registered = held.filter { deal in
      (books.fund(of: deal)?.facts ?? books.facts(of: deal)).contains { $0.measure == .registered }
    }
    return .ratio(Int64(registered.count), over: Int64(held.count), orElse: Phrase("没有持有的项目", "no deal is held"))
  }

  private func feeShare() throws(Diagnostic) -> MetricValue {
    var cost: Int64 = 0
    for deal in books.held { try cost.add(books.position(of: deal)[.cost].amount(on: books.day)) }
    return .ratio(try ofYear([.fee, .feeFresh]), over: cost, orElse: Phrase("没有持有的项目", "no deal is held"))
  }

  /// Whether we put money into a deal; what was taken over without payment is no investment of a year.
  private func isInvested(_ deal: Deal) -> Bool {
    !books.events(of: deal, [.paidFresh, .paidRecycled, .openingSince]).isEmpty
  }

  /// What the year's facts come to.
  private func ofYear(_ measures: Set<Measure>, less: Set<Measure> = []) throws(Diagnostic) -> Int64 {
    var sum: Int64 = 0
    for fact in books.facts where fact.day.year == year {
      if measures.contains(fact.measure) { try sum.add(fact.amount) }
      if less.contains(fact.measure) { try sum.add(0 &- fact.amount) }
    }
    return sum
  }
}
