import LedgerCore
import Portfolio
import ReportDocument

/// Makes the table of a report of balances out of what was collected.
struct BalanceTable {
  let register: Register
  let periods: ReportPeriods
  let accumulation: Accumulation
  let layout: BalanceLayout
  let depth: Int?
  let showsZero: Bool

  /// Whether periods are summed up: balances are not added to each other.
  private var hasRowTotals: Bool { layout.hasRowTotals && accumulation == .change }

  /// The table, one line for each account or name and commodity, and a line of totals for each commodity.
  ///
  /// - Throws: `sumOverflow`.
  func table(of collected: BalanceLines) throws(Diagnostic) -> Table {
    let shown = periods.shown(moved: collected.moved, keepsEnd: accumulation != .change)
    let width = shown.count + (hasRowTotals ? 1 : 0) + (layout.hasAverages ? 1 : 0)
    var table = Table("balance", columns: columns(shown))
    if width == 0 { return table }
    var tree = BalanceTree(width: width + 1, isTree: layout.isTree && layout.pivot == nil)
    var totals: [CommodityID: [Int64]] = [:]
    for (name, commodity, sums) in names(collected) {
      let all = try accumulation.amounts(sums.opening, sums.changes)
      let amounts = try withSums(Array(all[shown]))
      try tree.add(name, commodity, amounts + [try weight(Array(all[shown]))])
      var total = totals[commodity] ?? Array(repeating: 0, count: width)
      for index in 0..<width { try total[index].add(amounts[index]) }
      totals[commodity] = total
    }
    if layout.hasAverages {
      // The average of the sums, not the sum of rounded averages.
      for (commodity, total) in totals { totals[commodity] = try withSums(Array(total.prefix(shown.count))) }
    }
    var shownTotals: Set<CommodityID> = []
    for line in tree.lines(showsZero: showsZero, sortedBy: layout.isSortedByAmount ? width : nil) {
      shownTotals.insert(line.commodity)
      let label = layout.pivot.map { $0.cell(line.cell.name) } ?? line.cell
      table.rows.append(
        Row(
          [label, .text(register[line.commodity].code)] + cells(Array(line.amounts.prefix(width)), line.commodity, totals),
          role: line.hasParts ? .header : .body, indent: line.level))
    }
    for (commodity, total) in totals.sorted(by: { $0.key < $1.key }) where shownTotals.contains(commodity) {
      table.rows.append(
        Row([.phrase(.total), .text(register[commodity].code)] + cells(total, commodity, totals), role: .total))
    }
    if layout.isPercent && shownTotals.contains(where: { id in totals[id]?.contains(0) ?? false }) {
      table.notes.append(
        Phrase("合计为零的列没有百分比；请限定科目。", "A column that sums to zero has no percentages; ask for some accounts alone."))
    }
    return table
  }

  /// The names of the lines in order, cut to the depth, with what was collected.
  private func names(_ collected: BalanceLines) -> [(String, CommodityID, BalanceLines.Sums)] {
    let ordered = collected.ordered(register)
    if layout.pivot != nil { return ordered.map { ($0.key.name, $0.key.commodity, $0.sums) } }
    var found = ordered.filter { !$0.key.account.isNone }.map { entry in
      (register[entry.key.account].name(depth: depth), entry.key.commodity, entry.sums)
    }
    // What holdings are worth stands behind the last account of the same parent.
    for entry in ordered where entry.key.account.isNone {
      let parent = entry.key.name.prefix { $0 != ":" } + ":"
      let place = found.lastIndex { $0.0.hasPrefix(parent) || $0.0 + ":" == parent }.map { $0 + 1 } ?? found.count
      let name = depth == 1 ? String(parent.dropLast()) : entry.key.name
      found.insert((name, entry.key.commodity, entry.sums), at: place)
    }
    return found
  }

  /// What lines are sorted by: the last of balances, the sum of changes.
  private func weight(_ amounts: [Int64]) throws(Diagnostic) -> Int64 {
    guard accumulation == .change else { return amounts.last ?? 0 }
    var sum: Int64 = 0
    for amount in amounts { try sum.add(amount) }
    return sum
  }

  /// The amounts of the periods with their sum and their average, as far as they are shown.
  private func withSums(_ amounts: [Int64]) throws(Diagnostic) -> [Int64] {
    var found = amounts
    var sum: Int64 = 0
    if layout.hasAverages || hasRowTotals { for amount in amounts { try sum.add(amount) } }
    if hasRowTotals { found.append(sum) }
    if layout.hasAverages {
      let count = Int64(amounts.count)
      found.append(try Diagnostic.onOverflow { () throws(MoneyOverflow) in try sum.scaled(by: 1, over: count) })
    }
    return found
  }

  private func columns(_ shown: Range<Int>) -> [Column] {
    let kind: Column.Kind = layout.isPercent ? .percent(decimals: 1) : .money
    var columns = [
      layout.pivot.map { Column($0.rawValue, $0.title) } ?? Column("account", Phrase("科目", "Account")),
      Column("commodity", Phrase("币种", "Commodity")),
    ]
    // Two columns cannot have one name.
    if layout.pivot == .commodity { columns[0] = Column("pivot", Pivot.commodity.title) }
    if periods.interval == nil {
      columns.append(Column("balance", Phrase("余额", "Balance"), kind))
    } else {
      for place in shown {
        let label = accumulation == .historical ? "\(periods.periods[place].last)" : periods.labels[place]
        columns.append(Column(label, .plain(label), kind))
      }
    }
    if hasRowTotals { columns.append(Column("total", .total, kind)) }
    if layout.hasAverages { columns.append(Column("average", Phrase("平均", "Average"), kind)) }
    return columns
  }

  private func cells(_ amounts: [Int64], _ id: CommodityID, _ totals: [CommodityID: [Int64]]) -> [Cell] {
    let commodity = register[id]
    return amounts.enumerated().map { index, amount in
      layout.isPercent ? .percent(Ratio(amount, over: totals[id]?[index] ?? 0)) : .money(amount, commodity)
    }
  }
}

extension Cell {
  /// The name that a line was added by.
  fileprivate var name: String {
    switch self {
    case .text(let text): text
    case .code(let code, _): code
    default: ""
    }
  }
}
