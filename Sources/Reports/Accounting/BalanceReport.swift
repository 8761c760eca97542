import LedgerCore
import Portfolio
import ReportDocument

/// Balances by account and commodity (科目余额), debit positive: at one day or by period, flat or as a tree, by another
/// dimension in the place of accounts, at cost or at what holdings are worth.
public struct BalanceReport: Sendable {
  /// Only this book; nil for all four.
  public var book: AccountBook?
  /// Only accounts that match.
  public var accounts: AccountFilter
  /// Only what fits.
  public var query = Query.all
  /// Names are cut to so many parts and summed; nil for whole names.
  public var depth: Int?
  /// The two times of the question.
  public var moment: Moment
  /// With a first day, what changed from then on; without, the balance.
  public var from: Day
  /// Whether accounts that moved but hold nothing are shown.
  public var showsZero: Bool
  /// How often a new column begins; nil for one column.
  public var interval: Interval?
  /// What a column shows; nil for the change of each period, and of one column without a first day the balance.
  public var accumulation: Accumulation?
  /// How lines are laid out.
  public var layout = BalanceLayout()
  /// At what amounts are shown.
  public var valuation = BalanceValuation.cost

  public init(
    book: AccountBook? = .fiscal, accounts: AccountFilter = AccountFilter(), depth: Int? = nil,
    moment: Moment = .latest, from: Day = .always, showsZero: Bool = false
  ) {
    self.book = book
    self.accounts = accounts
    self.depth = depth
    self.moment = moment
    self.from = from
    self.showsZero = showsZero
  }

  /// The balances as a document; columns `account` (or what it is pivoted by), `commodity`, then `balance` or one a period.
  ///
  /// - Throws: `unknownAccount` when no account matches, `tooManyPeriods`, `valuationOfPostings`, `sumOverflow`, or what the
  ///   source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let plan = try QueryPlan(query, source, moment: moment, book: book, accounts: accounts)
    let span = plan.span.intersection(DaySpan(from, moment.asOf))
    let moment = Moment(asOf: span.last, knownAt: self.moment.knownAt)
    let accumulation = self.accumulation ?? (interval == nil && span.first == .always ? .historical : .change)
    let periods = try ReportPeriods(source, span, interval: interval, moment: moment, book: book)
    let isChange = interval == nil && span.first != .always && accumulation != .historical
    var document = try ReportFrame(
      source: source, moment: moment, from: isChange || interval != nil ? span.first : nil, about: query.facts
    ).document("balance", title: title(isChange, accumulation), definitions: definitions(isChange, accumulation, source.register))
    let (lines, commodities) = try collected(source, plan, periods, moment, accumulation)
    let table = BalanceTable(
      register: source.register, periods: periods, accumulation: accumulation, layout: layout, depth: depth,
      showsZero: showsZero)
    var blocks: [Block] = [.table(try table.table(of: lines))]
    let isEmpty: Bool = if case .table(let table) = blocks[0] { table.rows.isEmpty } else { true }
    if let values = CommodityValues(source.register, valuation), !periods.span.isEmpty {
      let table = values.table(of: commodities, on: periods.periods.map(\.last))
      if !table.rows.isEmpty { blocks.append(.table(table)) }
    }
    if valuation != .cost, !periods.span.isEmpty {
      let values = try HoldingValues(source, plan, moment, valuation)
      let last = periods.span.last == .never ? try source.cutOff(at: moment) : periods.span.last
      let table = try values.table(on: last)
      if !table.rows.isEmpty || !table.notes.isEmpty { blocks.append(.table(table)) }
    }
    document.sections = [Section("balance", blocks: blocks)]
    if isEmpty { document.notes.append(.nothingToShow) }
    return document
  }

  private func title(_ isChange: Bool, _ accumulation: Accumulation) -> Phrase {
    let title =
      interval != nil
      ? accumulation.title : isChange ? Phrase("科目发生净额", "Net changes") : Phrase("科目余额", "Balances")
    guard let pivot = layout.pivot else { return title }
    return title + Phrase("：按", " by ") + Phrase(pivot.title.zh, pivot.title.en.lowercased())
  }

  private func definitions(_ isChange: Bool, _ accumulation: Accumulation, _ register: Register) -> [Phrase] {
    var found: [Phrase] = []
    if interval != nil {
      found.append(accumulation.definition)
    } else if isChange {
      found.append(Phrase("期间借方减贷方，借方为正", "debits less credits of the period, debit positive"))
    } else {
      found.append(Phrase("余额以借方为正，贷方为负", "balances are debit positive, credit negative"))
    }
    if layout.isInverted { found.append(Phrase("正负号已反转", "signs are inverted")) }
    if layout.isPercent { found.append(Phrase("占合计的百分比", "per cent of the total")) }
    if valuation != .cost { found.append(valuation.definition) }
    if valuation != .cost && accumulation == .change && (isChange || interval != nil) {
      found.append(Phrase("“估值调整”为其当期变动", "the line of valuations is what it changed by in the period"))
    }
    if CommodityValues(register, valuation) != nil { found.append(CommodityValues.definition) }
    return found
  }

  /// What the query selects, by line and period, and the commodities that it was booked in.
  private func collected(
    _ source: any LedgerSource, _ plan: QueryPlan, _ periods: ReportPeriods, _ moment: Moment, _ accumulation: Accumulation
  ) throws(Diagnostic) -> (lines: BalanceLines, commodities: Set<CommodityID>) {
    if valuation != .cost && (plan.needsPostings || layout.pivot?.needsPostings == true) {
      throw Diagnostic(
        .valuationOfPostings, Wording("持股按整体估值；此处只问其中部分分录", "a holding is valued as a whole; this asks for some of its postings"),
        hint: Wording("只按科目、账簿、货币和维度查询，或不写 --value", "ask by account, book, commodity and dimensions alone, or leave --value out"))
    }
    var amounts = QueriedAmounts(source: source, plan: plan, periods: periods, moment: moment, book: book)
    let register = source.register
    let worth = CommodityValues(register, valuation)
    let needsOpening = accumulation == .historical
    amounts.needsOpening = needsOpening
    amounts.openings = needsOpening ? .onTheirDay : .nowhere
    amounts.byDimensions = layout.pivot?.needsDimensions ?? false
    amounts.byPostings = layout.pivot?.needsPostings ?? false
    amounts.readsEvents = layout.pivot?.needsEvents ?? false
    var lines = BalanceLines(periods: periods.periods.count)
    try amounts.read { item throws(Diagnostic) in
      var key = BalanceLines.Key(commodity: item.commodity)
      if let pivot = layout.pivot { key.name = pivot.name(of: item, plan, register) } else { key.account = item.account }
      try lines.add(key, item.period, try layout.signed(item.amount))
    }
    let commodities = Set(lines.sums.keys.map(\.commodity))
    if let worth, let first = periods.periods.first {
      lines = try worth.valued(
        lines, ends: periods.periods.map(\.last), before: first.first == .always ? nil : first.first.adding(days: -1), accumulation)
    }
    if valuation != .cost { try addValues(to: &lines, source, plan, periods, moment, needsOpening: needsOpening) }
    return (lines, commodities)
  }

  /// Adds what holdings are worth beside the books, as a line below the account that they stand on.
  private func addValues(
    to lines: inout BalanceLines, _ source: any LedgerSource, _ plan: QueryPlan, _ periods: ReportPeriods, _ moment: Moment,
    needsOpening: Bool
  ) throws(Diagnostic) {
    guard book == nil || book == .fiscal, let first = periods.periods.first else { return }
    let values = try HoldingValues(source, plan, moment, valuation)
    let register = source.register
    var before: [DealID: Int64] = [:]
    let days = (first.first == .always ? [] : [(-1, first.first.adding(days: -1))]) + periods.periods.enumerated().map { ($0, $1.last) }
    for (place, day) in days {
      var now: [DealID: Int64] = [:]
      for holding in try values.holdings(on: day == .never ? try source.cutOff(at: moment) : day) {
        let adjustment = try holding.adjustment()
        now[holding.deal] = adjustment
        var change = adjustment
        try change.add(0 &- (before[holding.deal] ?? 0))
        if change == 0 || (place < 0 && !needsOpening) { continue }
        var key = BalanceLines.Key(commodity: register.baseID)
        let item = QueriedAmounts.Item(
          account: holding.account, commodity: register.baseID, dimensions: holding.dimensions, period: place, amount: change)
        if let pivot = layout.pivot {
          key.name = pivot.name(of: item, plan, register)
        } else {
          key.name = register[holding.account].name(depth: 1) + ":估值调整"
        }
        try lines.add(key, place, try layout.signed(change))
      }
      before = now
    }
  }
}

extension Query {
  /// The query as a fact of a report's header; none for one that asks for nothing.
  var facts: [Figure] {
    if isEverything { return [] }
    let label = isOfAccounts ? Phrase("科目", "Accounts") : Phrase("查询", "Query")
    return [Figure(isOfAccounts ? "accounts" : "query", label, .text(text))]
  }
}
