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
    let groups = PeriodRegister.byName(lines)
    var sums = CommoditySums()
    // What an average is over: names with their period, whatever commodities moved there, and the empty periods listed.
    var count: Int64 = 0
    if !layout.isFromZero {
      for line in lines { try sums.add(line.sums.opening, of: line.commodity) }
      for (id, sum) in sums.sorted where sum != 0 {
        let label = Cell.code("opening", Phrase("期初余额", "Opening balance"))
        table.rows.append(Row([label, .empty, .empty] + (try running(sum, 1, register[id])) + [.text(register[id].code)]))
      }
    }
    for place in periods.shown(moved: collected.moved, keepsEnd: false) {
      var isEmpty = true
      for group in groups {
        let moved = group.filter { $0.sums.changes[place] != 0 }
        if moved.isEmpty { continue }
        isEmpty = false
        count += 1
        for line in moved {
          try sums.add(line.sums.changes[place], of: line.commodity)
          let commodity = register[line.commodity]
          let label = layout.pivot.map { $0.cell(line.name) } ?? .text(line.name)
          table.rows.append(
            Row(
              [.text(periods.labels[place]), label, .money(line.sums.changes[place], commodity)]
                + (try running(sums[line.commodity], count, commodity)) + [.text(commodity.code)]))
        }
      }
      if isEmpty && layout.showsEmpty {
        count += 1
        let standing = sums.sorted.filter { $0.sum != 0 }
        for (id, sum) in standing.isEmpty ? [(commodity: register.baseID, sum: Int64(0))] : standing {
          let commodity = register[id]
          table.rows.append(
            Row(
              [.text(periods.labels[place]), .empty, .money(0, commodity)] + (try running(sum, count, commodity))
                + [.text(commodity.code)]))
        }
      }
    }
    return table
  }

  /// The lines of each name together, in the order of the first.
  private static func byName(_ lines: [Line]) -> [[Line]] {
    var groups: [[Line]] = []
    var places: [String: Int] = [:]
    for line in lines {
      if let place = places[line.name] {
        groups[place].append(line)
      } else {
        places[line.name] = groups.count
        groups.append([line])
      }
    }
    return groups
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
