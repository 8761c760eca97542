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

  /// Lines with what their amounts are worth: a line of a valued commodity moves to that of its price, and its change of a
  /// period is what it is worth at the end less what it was worth at the beginning.
  ///
  /// - Parameters:
  ///   - ends: the last day of each period.
  ///   - before: the day before the first; nil when nothing was before it.
  ///   - keepsOpening: whether what stood before the first period is kept.
  func valued(
    _ lines: BalanceLines, ends: [Day], before: Day?, keepsOpening: Bool
  ) throws(Diagnostic) -> BalanceLines {
    var found = BalanceLines(periods: ends.count)
    for (key, sums) in lines.sums {
      var amount = sums.opening
      var old = try worth(amount, key.commodity, on: before ?? .always)
      if keepsOpening { try found.add(key.of(old.commodity), -1, old.amount) }
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

  /// The quotes behind the figures of a day, and the commodities that have none.
  func table(of commodities: Set<CommodityID>, on day: Day) -> Table {
    var table = Table(
      "quotes", title: Phrase("市价依据", "Prices used"),
      columns: [
        Column("commodity", Phrase("币种", "Commodity")), Column("quotedOn", Phrase("市价日", "Priced on")),
        Column("per", Phrase("单位数", "Units"), .integer), Column("price", Phrase("价格", "Price"), .moneyInFull),
      ])
    let asked = commodities.filter { $0 != register.baseID }.sorted()
    // What others are priced in needs no price itself.
    let targets = Set(asked.compactMap { quote(of: $0, on: day)?.price.commodity })
    for commodity in asked {
      let code = Cell.text(register[commodity].code)
      if let quote = quote(of: commodity, on: day) {
        table.rows.append(
          Row([
            code, .code(quote.day.description, .plain(quote.day.description)), .integer(quote.per),
            .money(quote.price.minorUnits, register[quote.price.commodity]),
          ]))
      } else if !targets.contains(commodity) {
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
