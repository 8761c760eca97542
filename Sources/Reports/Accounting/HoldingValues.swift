import LedgerCore
import Portfolio
import ReportDocument

/// What the holdings are worth beside what is booked for them, on a day.
struct HoldingValues {
  /// One deal.
  struct Holding {
    let deal: DealID
    /// What stands on the accounts of investments, minor units.
    var booked: Int64 = 0
    /// Whether the query asks for all of these accounts.
    var isWhole = true
    /// Whether it asks for some of them.
    var isTouched = false
    /// The dimensions of the deal's balances.
    var dimensions: Dimensions
    /// One of the accounts.
    var account: AccountID
    var valuation = Valuation(amount: 0, basis: .notHeld, day: .always)

    /// What is to be added to the books; 0 where nobody ever valued the holding, or the query asks for a part of it.
    func adjustment() throws(Diagnostic) -> Int64 {
      guard isWhole, valuation.basis == .valued else { return 0 }
      return try Diagnostic.onOverflow { () throws(MoneyOverflow) in try valuation.amount.minus(booked) }
    }
  }

  private let source: any LedgerSource
  private let plan: QueryPlan
  private let knownAt: Int64
  /// Only valuations up to this day count.
  private let valuedBy: Day
  private let facts: [Fact]
  private let investments: Set<AccountID>

  /// Reads the facts that holdings are valued by, up to a last day.
  init(_ source: any LedgerSource, _ plan: QueryPlan, _ moment: Moment, _ valuation: BalanceValuation) throws(Diagnostic) {
    self.source = source
    self.plan = plan
    knownAt = moment.knownAt
    if case .on(let day) = valuation { valuedBy = day } else { valuedBy = .never }
    facts = try source.facts(at: moment)
    investments = RuleAccounts(source).investments
  }

  /// The holdings that stand in the books at the end of a day.
  ///
  /// - Throws: `sumOverflow`, or what the source throws.
  func holdings(on day: Day) throws(Diagnostic) -> [Holding] {
    let register = source.register
    var found: [DealID: Holding] = [:]
    let query = MovementQuery(moment: Moment(asOf: day, knownAt: knownAt), book: .fiscal, isByDimensions: true)
    for movement in try source.movements(query)
    where investments.contains(movement.account) && !movement.dimensions.deal.isNone && movement.commodity == register.baseID {
      let deal = movement.dimensions.deal
      let amount = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try movement.closing() }
      var holding = found[deal] ?? Holding(deal: deal, dimensions: movement.dimensions, account: movement.account)
      try holding.booked.add(amount)
      if amount != 0 {
        if plan.allows(movement) { holding.isTouched = true } else { holding.isWhole = false }
      }
      found[deal] = holding
    }
    let known = facts.filter { $0.day <= day && ($0.measure != .fairValue || $0.day <= valuedBy) }
    let fold = try ReturnsFold(known, register: register)
    return found.values.map { holding in
      var holding = holding
      holding.valuation = fold.holdings[Int(holding.deal.rawValue)].valuation
      return holding
    }.sorted { $0.deal < $1.deal }
  }

  /// The valuations behind the figures of a day, and what has none.
  func table(on day: Day) throws(Diagnostic) -> Table {
    let register = source.register
    var table = Table(
      "valuations", title: Phrase("估值依据", "Valuations used"),
      columns: [
        Column("deal", Phrase("项目", "Deal")), Column("valuedOn", Phrase("估值日", "Valued on")),
        Column("value", Phrase("估值", "Value"), .money), Column("booked", Phrase("账面", "Booked"), .money),
        Column("adjustment", Phrase("估值调整", "Adjustment"), .money),
      ])
    var sums: [Int64] = [0, 0, 0]
    let holdings = try holdings(on: day)
    for holding in holdings
    where holding.isTouched && holding.isWhole && (holding.booked != 0 || holding.valuation.basis != .notHeld) {
      let isValued = holding.valuation.basis == .valued
      let figures = try [isValued ? holding.valuation.amount : holding.booked, holding.booked, holding.adjustment()]
      for index in sums.indices { try sums[index].add(figures[index]) }
      let when: Cell =
        isValued
        ? .code(holding.valuation.day.description, .plain(holding.valuation.day.description))
        : .code("none", Phrase("无估值，按账面", "none: as booked"))
      table.rows.append(Row([.text(register[holding.deal].name), when] + figures.map { .money($0, register.base) }))
    }
    if holdings.contains(where: { $0.isTouched && !$0.isWhole }) {
      table.notes.append(
        Phrase(
          "查询只涉及部分投资科目的项目，其金额未作估值调整。",
          "Holdings of which the query asks for some accounts alone are shown as booked."))
    }
    if !table.rows.isEmpty {
      table.rows.append(Row([.phrase(.total), .empty] + sums.map { .money($0, register.base) }, role: .total))
    }
    return table
  }
}
