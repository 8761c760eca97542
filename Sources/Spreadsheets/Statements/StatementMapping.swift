import LedgerCore
import Portfolio

/// A sheet seen through the mapping of a statement: what the mapping takes from one column stands there, what it puts
/// together or makes under conditions stands in columns behind the last one.
struct StatementMapping: MappedTable {
  private let mapping: RegisterMapping
  /// The headings with their columns.
  private let headings: [(column: Int, name: HeaderName)]
  /// The columns behind the last one, by what they say.
  private var made: [(column: StatementColumn, place: Int)] = []

  /// What the mapping does to a sheet.
  ///
  /// - Returns: the sheet with the cells that were made, and its layout.
  /// - Throws: `badMapping` when it names a column that the table does not have, `statementColumns` without a day and an
  ///   amount.
  static func apply(
    _ mapping: RegisterMapping, to sheet: Sheet, of file: SheetFile
  ) throws(Diagnostic) -> (sheet: Sheet, layout: StatementLayout) {
    let nearest = mapping.headings(in: sheet)
    var layout = StatementLayout(sheet, mapping, headings: nearest?.unknown.isEmpty == true ? nearest?.row : nil)
    var view = StatementMapping(mapping, headings: StatementMapping.headings(of: sheet, layout, mapping))
    let unknown = mapping.unknownNames(in: view)
    if !unknown.isEmpty {
      var known = layout.rows == 0...0 ? mapping.fields : StatementMapping.texts(of: sheet, layout).map(\.text)
      var lacking = unknown
      // Titles above the headings are no headings: those are where most of what is named stands.
      if let nearest, nearest.unknown.count < unknown.count {
        (known, lacking) = (nearest.row.cells.map { SheetFile.oneLine($0.text) }, nearest.unknown)
      }
      throw Diagnostic(
        .badMapping,
        Wording(
          "\(file.name) 没有 \(Set(lacking).sorted().joined(separator: "、")) 列",
          "\(file.name) has no column \(Set(lacking).sorted().joined(separator: ", "))"),
        hint: Wording("有：\(known.joined(separator: "、"))", "it has: \(known.joined(separator: ", "))"))
    }
    view.place(in: &layout, columns: (sheet.rows.map { $0.cells.last?.column ?? 0 }.max() ?? 0) + 1)
    if !layout.hasDay || !layout.hasAmounts {
      throw Diagnostic(
        .statementColumns,
        Wording(
          "\(file.name)：对照表和标题都没有给出\(layout.hasDay ? "金额" : "日期")",
          "\(file.name): the mapping and the headings give no \(layout.hasDay ? "amount" : "day")"),
        hint: Wording(
          layout.hasDay ? "如 amount %金额，或 received %收入 和 paid %支出" : "如 day %日期",
          layout.hasDay ? "as in amount %金额, or received %收入 and paid %支出" : "as in day %日期"))
    }
    var mapped = sheet
    mapped.rows = sheet.rows.compactMap { row in row.number <= layout.lastRow ? row : view.row(row) }
    return (mapped, layout)
  }

  private init(_ mapping: RegisterMapping, headings: [(column: Int, name: HeaderName)]) {
    self.mapping = mapping
    self.headings = headings
  }

  func column(under heading: HeaderName) -> Int? {
    (headings.first { $0.name.whole == heading.whole } ?? headings.first { $0.name.name == heading.whole })?.column
  }

  func cell(_ column: Int, of row: SheetRow, repeats: Bool) -> SheetCell? { row[column] }

  /// The texts of the headings; of two rows the lower one, and the upper where it has none.
  private static func texts(of sheet: Sheet, _ layout: StatementLayout) -> [(column: Int, text: String)] {
    var texts: [Int: String] = [:]
    for number in layout.rows {
      for cell in sheet.row(number)?.cells ?? [] { texts[cell.column] = SheetFile.oneLine(cell.text) }
    }
    return texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func headings(
    of sheet: Sheet, _ layout: StatementLayout, _ mapping: RegisterMapping
  ) -> [(column: Int, name: HeaderName)] {
    let named = layout.rows == 0...0 ? Array(mapping.fields.enumerated()).map { ($0.offset, $0.element) } : texts(of: sheet, layout)
    return named.map { ($0.0, HeaderName($0.1)) }
  }

  /// Puts what the mapping assigns in its place.
  private mutating func place(in layout: inout StatementLayout, columns: Int) {
    var steps: [StatementColumn: [MappingStep]] = [:]
    for step in mapping.steps {
      if case .set(let name, _) = step.action, let column = StatementColumn(mapped: name) { steps[column, default: []].append(step) }
    }
    layout.clear(for: Set(steps.keys))
    var next = columns
    for column in StatementColumn.allCases {
      guard let own = steps[column] else { continue }
      if own.count == 1, own[0].conditions.isEmpty, case .set(_, let template) = own[0].action,
        let place = template.singleColumn(in: self)
      {
        layout.set(column, at: place, words: headings.first { $0.column == place }?.name.words ?? UnitWords())
      } else {
        layout.set(column, at: next, words: UnitWords())
        made.append((column, next))
        next += 1
      }
    }
    layout.isMapped(by: mapping)
  }

  /// A row with the cells that are made; nil when the mapping leaves it out.
  private func row(_ row: SheetRow) -> SheetRow? {
    var values: [StatementColumn: SheetValue] = [:]
    for assignment in mapping.assignments(for: row, of: self) {
      switch assignment {
      case .leaveOut: return nil
      case .set(let name, let value): if let column = StatementColumn(mapped: name) { values[column] = value.value }
      }
    }
    guard let first = row.cells.first else { return row }
    var row = row
    for (column, place) in made {
      guard let value = values[column], !value.text.isEmpty else { continue }
      row.cells.append(SheetCell(column: place, value: value, place: first.place))
    }
    return row
  }
}
