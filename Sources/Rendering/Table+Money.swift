import LedgerCore
import ReportDocument

extension Table {
  /// For each column, whether it shows amounts that are not renminbi while no column names the commodity.
  var columnsWithForeignMoney: [Bool] {
    var result = Array(repeating: false, count: columns.count)
    if namesCommodity { return result }
    if rows.commodities.allSatisfy(\.isRenminbi) { return result }
    for row in rows {
      for (index, cell) in row.cells.prefix(columns.count).enumerated() {
        if cell.isForeignMoney { result[index] = true }
      }
    }
    return result
  }

  /// The headings of the columns; one whose amounts ignore the unit says so.
  func headings(_ options: RenderOptions) -> [String] {
    columns.map { column in
      let isMarked = column.kind == .moneyInFull && options.unit != .yuan
      return (column.title + (isMarked ? Phrase("（元）", " (CNY)") : .none))[options.language]
    }
  }

  /// How the cells of each column are shown to people.
  var styles: [HumanText.Style] {
    zip(columns, columnsWithForeignMoney).map { column, isForeign in
      HumanText.Style(
        decimals: column.decimals, inFull: column.kind == .moneyInFull, showsCode: isForeign,
        hidesCode: namesCommodity)
    }
  }
}

extension Table {
  /// Whether a column of numbers of several kinds has amounts among them.
  fileprivate var hasMixedMoney: Bool {
    columns.indices.contains { index in
      columns[index].kind == .mixed && rows.contains { index < $0.cells.count && $0.cells[index].isMoney }
    }
  }
}

extension ReportDocument {
  /// Whether any amount is shown in the unit, so that the header has to name it.
  var showsMoney: Bool {
    sections.contains { section in
      section.blocks.contains { block in
        switch block {
        case .table(let table): table.columns.contains { $0.kind == .money || $0.kind == .moneyInFull } || table.hasMixedMoney
        case .figures(let list): list.figures.contains { $0.value.isMoney }
        case .chart(let chart): chart.series.contains { $0.values.contains(where: \.isMoney) }
        case .statement(let statement): statement.values(.zh).contains(where: \.isMoney)
        case .paragraph, .note: false
        }
      }
    }
  }

  /// The header facts as people see them: the unit of amounts comes last.
  func facts(in unit: MoneyUnit) -> [Figure] {
    guard showsMoney, !showsForeignMoneyAlone else { return facts }
    let label =
      unit != .yuan && showsForeignMoney
      ? Phrase("人民币", "") + unit.label + Phrase("，其他币种为原值", ", other commodities in full") : unit.label
    return facts + [Figure("unit", Phrase("单位", "Unit"), .phrase(label))]
  }

  /// The notes as people see them, with the remark on rounded totals where it is due.
  func notes(_ options: RenderOptions) -> [Phrase] {
    let all = RoundingNote(options).isNeeded(in: self) ? notes + [RoundingNote.text] : notes
    return all.filter { !$0.isEmpty }
  }
}

extension ReportDocument {
  /// Whether any amount is not renminbi, so that the unit does not hold for it.
  private var showsForeignMoney: Bool {
    tables.contains { table in !table.rows.commodities.allSatisfy(\.isRenminbi) }
  }

  /// Whether tables have amounts and none in the whole document is renminbi, so that no unit of it holds.
  private var showsForeignMoneyAlone: Bool {
    let commodities = tables.flatMap(\.rows.commodities)
    if commodities.isEmpty || commodities.contains(where: \.isRenminbi) { return false }
    return !sections.contains { section in
      section.blocks.contains { block in
        switch block {
        case .figures(let list): list.figures.contains { $0.value.isMoney && !$0.value.isForeignMoney }
        case .chart(let chart): chart.series.contains { $0.values.contains { $0.isMoney && !$0.isForeignMoney } }
        case .statement(let statement): statement.values(.zh).contains { $0.isMoney && !$0.isForeignMoney }
        case .table, .paragraph, .note: false
        }
      }
    }
  }
}

extension Cell {
  /// Whether the cell holds an amount that is not renminbi.
  var isForeignMoney: Bool {
    if case .money(_, let commodity) = self { !commodity.isRenminbi } else { false }
  }

  /// Whether the cell holds an amount.
  var isMoney: Bool {
    if case .money = self { true } else { false }
  }
}
