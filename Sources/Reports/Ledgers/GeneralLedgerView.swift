import LedgerCore
import Portfolio

/// The pages of a general ledger: opening balances and turnover by month of accounts cut to a depth.
struct GeneralLedgerView {
  /// One account.
  struct Page {
    /// The name, and with its code for people.
    let name: String
    let heading: String
    /// Balance before the first month, debit positive.
    let opening: Int64
    /// The months that moved.
    let lines: [Line]
  }

  /// One month; minor units.
  struct Line {
    let month: Month
    let debit: Int64
    let credit: Int64
    /// Turnover from the beginning of the year.
    let yearDebit: Int64
    let yearCredit: Int64
    /// Balance after the month, debit positive.
    let balance: Int64
  }

  /// What is summed together.
  private struct Key: Hashable {
    let place: Int
    let commodity: CommodityID
  }

  /// Both turnovers of a month.
  private struct Turnover {
    var debit: Int64 = 0
    var credit: Int64 = 0
  }

  /// The months that are shown.
  let period: StatementPeriod
  /// Names of pages in the order of the chart, with the heading of each.
  private var pages: [(name: String, heading: String)] = []
  private var openings: [Key: Int64] = [:]
  private var turnovers: [Key: [Month: Turnover]] = [:]
  /// Turnover of the first year before the period.
  private var carried: [Key: Turnover] = [:]

  /// Reads what is selected.
  ///
  /// - Throws: `sumOverflow`, or what the source throws.
  init(_ selected: QueriedMovements, _ period: StatementPeriod, depth: Int?) throws(Diagnostic) {
    self.period = period
    let places = enterPages(selected, depth: depth)
    for movement in try selected.movements(of: period) {
      guard let place = places[movement.account], movement.opening != 0 else { continue }
      try openings[Key(place: place, commodity: movement.commodity), default: 0].add(movement.opening)
    }
    // The year so far is added up from its first day, whichever day the period begins with.
    if period.from != .always && period.from > .start(ofYear: period.from.year) {
      let before = StatementPeriod(
        from: .start(ofYear: period.from.year), to: period.from.adding(days: -1), knownAt: period.knownAt)
      for movement in try selected.movements(of: before) {
        guard let place = places[movement.account] else { continue }
        let key = Key(place: place, commodity: movement.commodity)
        try carried[key, default: Turnover()].debit.add(movement.debit)
        try carried[key, default: Turnover()].credit.add(movement.credit)
      }
    }
    for turnover in try selected.turnover(of: period) {
      for movement in turnover.movements {
        guard let place = places[movement.account] else { continue }
        let key = Key(place: place, commodity: movement.commodity)
        try turnovers[key, default: [:]][turnover.month, default: Turnover()].debit.add(movement.debit)
        try turnovers[key, default: [:]][turnover.month, default: Turnover()].credit.add(movement.credit)
      }
    }
  }

  private mutating func enterPages(
    _ selected: QueriedMovements, depth: Int?
  ) -> [AccountID: Int] {
    let register = selected.source.register
    var places: [AccountID: Int] = [:]
    var placeOfName: [String: Int] = [:]
    let accounts = register.accounts.filter { account in
      (selected.book == nil || account.book == selected.book) && selected.plan.allows(account.id)
    }.sorted { $0.stands(before: $1) }
    for account in accounts {
      let name = account.name(depth: depth)
      if let place = placeOfName[name] {
        places[account.id] = place
        continue
      }
      let code = register.account(named: name).flatMap { $0.name == name ? $0.code : nil } ?? ""
      placeOfName[name] = pages.count
      places[account.id] = pages.count
      pages.append((name, code.isEmpty ? name : code + " " + name))
    }
    return places
  }

  /// The commodities met, in the order of declaration.
  var commodities: [CommodityID] {
    Set(openings.keys.map(\.commodity)).union(turnovers.keys.map(\.commodity)).sorted()
  }

  /// The pages in one commodity, accounts without balance and turnover left out.
  func pages(of commodity: CommodityID) throws(Diagnostic) -> [Page] {
    var found: [Page] = []
    for (place, page) in pages.enumerated() {
      let key = Key(place: place, commodity: commodity)
      let opening = openings[key] ?? 0
      let lines = try lines(turnovers[key] ?? [:], opening: opening, carried: carried[key] ?? Turnover())
      if opening == 0 && lines.isEmpty { continue }
      found.append(Page(name: page.name, heading: page.heading, opening: opening, lines: lines))
    }
    return found
  }

  private func lines(
    _ months: [Month: Turnover], opening: Int64, carried: Turnover
  ) throws(Diagnostic) -> [Line] {
    var lines: [Line] = []
    var balance = opening
    var year = carried
    var lastYear = period.from == .always ? nil : Optional(period.from.year)
    for (month, turnover) in months.sorted(by: { $0.key < $1.key }) {
      if lastYear != month.year { year = Turnover() }
      lastYear = month.year
      try year.debit.add(turnover.debit)
      try year.credit.add(turnover.credit)
      try balance.add(turnover.debit)
      try balance.add(0 &- turnover.credit)
      lines.append(
        Line(
          month: month, debit: turnover.debit, credit: turnover.credit, yearDebit: year.debit, yearCredit: year.credit,
          balance: balance))
    }
    return lines
  }
}
