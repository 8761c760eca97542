import LedgerCore
import Portfolio

/// What one row of a register says, by the columns of the register.
struct RegisterRow {
  let row: SheetRow
  let table: RegisterTable
  /// What the columns of the register say, each at its number.
  private(set) var values: [RowValue?]
  /// What headings such as `pay.note` say.
  private(set) var outright: [OutrightValue] = []
  /// What is wrong with the cells.
  private(set) var problems: [Diagnostic] = []
  /// Whether the mapping leaves the row out.
  private(set) var isLeftOut = false

  init(_ row: SheetRow, of table: RegisterTable) {
    self.row = row
    self.table = table
    values = Array(repeating: nil, count: table.columns.count)
    var next = 0
    for reader in table.readers {
      // Columns and cells are both in order, so that none is looked for.
      while next < row.cells.count, row.cells[next].column < reader.column { next += 1 }
      let cell =
        next < row.cells.count && row.cells[next].column == reader.column
        ? row.cells[next] : table.mergedCell(reader.column, of: row, repeats: reader.type != .amount)
      guard let cell, let value = value(cell.value, reader.type, reader.unit, at: reader.column, cell.place) else { continue }
      put(value, reader.target)
    }
    applyMapping()
  }

  /// What a column says, empty when it says nothing.
  func text(_ column: Int) -> String { values[column]?.text ?? "" }

  /// What a heading says of a field of one event outright.
  func outright(_ slot: Int, _ field: Int) -> RowValue? {
    for said in outright where said.slot == slot && said.field == field { return said.value }
    return nil
  }

  /// Puts in what follows from other columns, where the row itself is silent.
  mutating func fill(_ column: Int, with text: String) {
    if values[column] == nil, !text.isEmpty { values[column] = RowValue(text: text, column: nil, isDerived: true) }
  }

  /// Puts another text where the row says one, keeping its place.
  mutating func replace(_ column: Int, with text: String) { values[column]?.text = text }

  /// Notes that what a column says is wrong; of columns that say nothing the other one is shown.
  mutating func refuse(_ problem: Diagnostic, at column: Int, else other: Int) {
    problems.append(table.located(problem, values[column]?.column ?? values[other]?.column, row))
  }

  /// Takes back what a column says.
  mutating func silence(_ column: Int) { values[column] = nil }

  private mutating func put(_ value: RowValue?, _ target: ColumnReader.Target) {
    switch target {
    case .column(let number): values[number] = value
    case .field(let slot, let field):
      outright.removeAll { $0.slot == slot && $0.field == field }
      if let value { outright.append(OutrightValue(slot: slot, field: field, value: value)) }
    }
  }

  private mutating func value(
    _ value: SheetValue, _ type: FieldType, _ unit: HeaderUnit?, at column: Int?, _ place: FieldPlace?
  ) -> RowValue? {
    do throws(Diagnostic) {
      guard let text = try table.cells.text(of: value, for: type, unit: unit) else { return nil }
      return RowValue(text: text, column: column, place: place)
    } catch {
      problems.append(table.located(error, column, row))
      return nil
    }
  }

  /// Assignments of the mapping, in its order; what is assigned later counts.
  private mutating func applyMapping() {
    guard let mapping = table.mapping else { return }
    for assignment in mapping.assignments(for: row, of: table) {
      switch assignment {
      case .leaveOut: isLeftOut = true
      case .set(let name, let value): set(name, to: value)
      }
    }
  }

  private mutating func set(_ name: String, to given: MappedValue) {
    let target = table.names.target(of: HeaderName(name))
    guard let use = ColumnReader.use(of: target, in: table.kind, table.columns) else { return }
    let unit = table.header.headings.first { $0.column == given.column }?.name.unit
    let place = given.column.flatMap { row[$0]?.place }
    put(value(given.value, use.type, unit, at: given.column, place), use.target)
  }
}

/// What a row says of a field of one event, under a heading such as `pay.note`.
struct OutrightValue {
  /// The number of the slot, and that of the field in its kind or `day`.
  let slot: Int
  let field: Int
  let value: RowValue

  /// Stands for the day of the event.
  static let day = -1
}
