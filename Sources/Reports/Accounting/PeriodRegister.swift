import LedgerCore
import Portfolio
import ReportDocument

/// The lines of a register by period: for each period and account, or name, what moved and the total so far.
struct PeriodRegister {
  let register: Register
  let periods: ReportPeriods
  let layout: RegisterLayout

  /// The table of what was collected.
  ///
  /// - Throws: `sumOverflow`.
  func table(of collected: BalanceLines) throws(Diagnostic) -> Table {
    var table = Table(
      "register",
      columns: [
        Column("period", Phrase("期间", "Period")), layout.column, Column("amount", Phrase("发生净额", "Net change"), .money),
      ] + layout.runningColumns + [Column("commodity", Phrase("币种", "Commodity"))])
    let lines = try merged(collected)
    var sums = CommoditySums()
    var counts: [CommodityID: Int64] = [:]
    // Periods in which nothing moved count with zero where they are listed.
    var empty: Int64 = 0
    if !layout.isFromZero {
      for line in lines { try sums.add(line.sums.opening, of: line.commodity) }
      for (id, sum) in sums.sorted where sum != 0 {
        let label = Cell.code("opening", Phrase("期初余额", "Opening balance"))
        table.rows.append(Row([label, .empty, .empty] + (try running(sum, 1, register[id])) + [.text(register[id].code)]))
      }
    }
    for place in periods.shown(moved: collected.moved, keepsEnd: false) {
      var isEmpty = true
      for line in lines where line.sums.changes[place] != 0 {
        isEmpty = false
        try sums.add(line.sums.changes[place], of: line.commodity)
        counts[line.commodity, default: 0] += 1
        let commodity = register[line.commodity]
        let label = layout.pivot.map { $0.cell(line.name) } ?? .text(line.name)
        table.rows.append(
          Row(
            [.text(periods.labels[place]), label, .money(line.sums.changes[place], commodity)]
              + (try running(sums[line.commodity], (counts[line.commodity] ?? 1) + empty, commodity)) + [.text(commodity.code)]))
      }
      if isEmpty && layout.showsEmpty {
        let base = register.base
        empty += 1
        table.rows.append(
          Row(
            [.text(periods.labels[place]), .empty, .money(0, base)]
              + (try running(sums[register.baseID], (counts[register.baseID] ?? 0) + empty, base)) + [.text(base.code)]))
      }
    }
    return table
  }

  private func running(_ sum: Int64, _ count: Int64, _ commodity: Commodity) throws(Diagnostic) -> [Cell] {
    if layout.hasAverages {
      return [.money(try Diagnostic.onOverflow { () throws(MoneyOverflow) in try sum.scaled(by: 1, over: count) }, commodity)]
    }
    return [RegisterLines.side(of: sum), .money(RegisterLines.size(of: sum), commodity)]
  }

  /// A line with its name, cut to the depth.
  private struct Line {
    let name: String
    let commodity: CommodityID
    var sums: BalanceLines.Sums
  }

  private func merged(_ collected: BalanceLines) throws(Diagnostic) -> [Line] {
    var lines: [Line] = []
    var places: [BalanceLines.Key: Int] = [:]
    for entry in collected.ordered(register) {
      let name = layout.pivot != nil ? entry.key.name : register[entry.key.account].name(depth: layout.depth)
      let key = BalanceLines.Key(name: name, commodity: entry.key.commodity)
      guard let place = places[key] else {
        places[key] = lines.count
        lines.append(Line(name: name, commodity: entry.key.commodity, sums: entry.sums))
        continue
      }
      try lines[place].sums.opening.add(entry.sums.opening)
      for index in entry.sums.changes.indices { try lines[place].sums.changes[index].add(entry.sums.changes[index]) }
    }
    return lines
  }
}
