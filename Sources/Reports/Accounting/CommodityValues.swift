import LedgerCore
import Portfolio
import ReportDocument

/// What commodities beside the base commodity are worth by their quotes at the end of periods.
struct CommodityValues {
  private let register: Register
  /// Only quotes up to this day count.
  private let valuedBy: Day

  /// Nil when nothing is to be valued: amounts are asked for as booked, or all are in the base commodity.
  init?(_ register: Register, _ valuation: BalanceValuation) {
    guard valuation != .cost, register.commodities.count > 1 else { return nil }
    self.register = register
    if case .on(let day) = valuation { valuedBy = day } else { valuedBy = .never }
  }

  /// What is said of it at the head of a report.
  static let definition = Phrase(
    "其他币种和计量单位按各期末（或所指日期）前最近一次市价折算，无市价的按原币列示",
    "other commodities at their last price by the end of each period (or the day asked for); those without one as they are")

  /// The quote by which amounts of a commodity are valued on a day; nil for the base commodity and without one by then.
  private func quote(of commodity: CommodityID, on day: Day) -> Quote? {
    commodity == register.baseID ? nil : register.quotes[commodity]?.quote(on: min(day, valuedBy))
  }

  /// Lines with what their amounts are worth: a line of a valued commodity moves to that of its price.
  ///
  /// Changes are valued each at the end of its own period; what is accumulated is valued as it stands at the end of each
  /// period, and its change of a period is the difference from the one before.
  ///
  /// - Parameters:
  ///   - ends: the last day of each period.
  ///   - before: the day before the first; nil when nothing was before it.
  func valued(
    _ lines: BalanceLines, ends: [Day], before: Day?, _ accumulation: Accumulation
  ) throws(Diagnostic) -> BalanceLines {
    var found = BalanceLines(periods: ends.count)
    for (key, sums) in lines.sums {
      if accumulation == .change {
        for (place, change) in sums.changes.enumerated() {
          let value = try worth(change, key.commodity, on: ends[place])
          try found.add(key.of(value.commodity), place, value.amount)
        }
        continue
      }
      var amount = accumulation == .historical ? sums.opening : 0
      var old = try worth(amount, key.commodity, on: before ?? .always)
      if accumulation == .historical { try found.add(key.of(old.commodity), -1, old.amount) }
      for (place, change) in sums.changes.enumerated() {
        try amount.add(change)
        let new = try worth(amount, key.commodity, on: ends[place])
        if new.commodity == old.commodity {
          var change = new.amount
          try change.add(0 &- old.amount)
          try found.add(key.of(new.commodity), place, change)
        } else {
          // From its first quote on it stands in another commodity.
          if old.amount != 0 { try found.add(key.of(old.commodity), place, 0 &- old.amount) }
          try found.add(key.of(new.commodity), place, new.amount)
        }
        old = new
      }
    }
    return found
  }

  private func worth(
    _ amount: Int64, _ commodity: CommodityID, on day: Day
  ) throws(Diagnostic) -> (commodity: CommodityID, amount: Int64) {
    guard let quote = quote(of: commodity, on: day) else { return (commodity, amount) }
    let value = try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      try quote.value(of: amount, scale: register[commodity].scale)
    }
    return (quote.price.commodity, value)
  }

  /// The quotes behind the figures of some days, and the commodities that have none by the last of them.
  func table(of commodities: Set<CommodityID>, on days: [Day]) -> Table {
    var table = Table(
      "quotes", title: Phrase("市价依据", "Prices used"),
      columns: [
        Column("commodity", Phrase("币种", "Commodity")), Column("quotedOn", Phrase("市价日", "Priced on")),
        Column("per", Phrase("单位数", "Units"), .integer), Column("price", Phrase("价格", "Price"), .moneyInFull),
      ])
    let asked = commodities.filter { $0 != register.baseID }.sorted()
    func quotes(of commodity: CommodityID) -> [Quote] {
      var found: [Quote] = []
      for day in days {
        if let quote = quote(of: commodity, on: day), found.last?.day != quote.day { found.append(quote) }
      }
      return found
    }
    // What others are priced in needs no price itself.
    let targets = Set(asked.flatMap { quotes(of: $0).map(\.price.commodity) })
    for commodity in asked {
      let code = Cell.text(register[commodity].code)
      let quotes = quotes(of: commodity)
      for quote in quotes {
        table.rows.append(
          Row([
            code, .code(quote.day.description, .plain(quote.day.description)), .integer(quote.per),
            .money(quote.price.minorUnits, register[quote.price.commodity]),
          ]))
      }
      if quotes.isEmpty && !targets.contains(commodity) {
        table.rows.append(Row([code, .code("none", Phrase("无市价，按账面", "none: as booked")), .empty, .empty]))
      }
    }
    return table
  }
}

extension BalanceLines.Key {
  /// The same line in a commodity.
  fileprivate func of(_ commodity: CommodityID) -> BalanceLines.Key {
    BalanceLines.Key(account: account, name: name, commodity: commodity)
  }
}
