import LedgerCore
import Portfolio

/// What one row of a register says, by the columns of the register.
struct RegisterRow {
  let row: SheetRow
  let table: RegisterTable
  /// What the columns of the register say.
  private(set) var values: [String: RowValue] = [:]
  /// What headings such as `pay.note` say, by slot and field.
  private(set) var outright: [String: RowValue] = [:]
  /// What is wrong with the cells.
  private(set) var problems: [Diagnostic] = []
  /// Whether the mapping leaves the row out.
  private(set) var isLeftOut = false

  init(_ row: SheetRow, of table: RegisterTable) {
    self.row = row
    self.table = table
    for reader in table.readers { read(reader) }
    applyMapping()
  }

  /// What a column says, empty when it says nothing.
  func text(_ column: String) -> String { values[column]?.text ?? "" }

  /// Puts in what follows from other columns, where the row itself is silent.
  mutating func fill(_ column: String, with text: String) {
    if values[column] == nil, !text.isEmpty { values[column] = RowValue(text: text, column: nil, isDerived: true) }
  }

  /// Puts another text where the row says one, keeping its place.
  mutating func replace(_ column: String, with text: String) { values[column]?.text = text }

  /// Takes back what a column says.
  mutating func silence(_ column: String) { values[column] = nil }

  private mutating func read(_ reader: ColumnReader) {
    guard let value = value(reader.column, reader.type, reader.unit) else { return }
    put(value, reader.key, isOutright: reader.isOutright)
  }

  private mutating func put(_ value: RowValue?, _ key: String, isOutright: Bool) {
    if isOutright { outright[key] = value } else { values[key] = value }
  }

  private mutating func value(_ column: Int, _ type: FieldType, _ unit: HeaderUnit?) -> RowValue? {
    let repeats = type != .amount
    guard let cell = table.cell(column, of: row, repeats: repeats) else { return nil }
    do throws(Diagnostic) {
      return try table.cells.text(of: cell.value, for: type, unit: unit).map { RowValue(text: $0, column: column) }
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

  private mutating func set(_ name: String, to value: MappedValue) {
    let target = table.names.target(of: HeaderName(name))
    guard let use = ColumnReader.use(of: target, in: table.kind) else { return }
    let unit = table.header.headings.first { $0.column == value.column }?.name.unit
    var found: RowValue?
    do throws(Diagnostic) {
      found = try table.cells.text(of: value.value, for: use.type, unit: unit).map { RowValue(text: $0, column: value.column) }
    } catch {
      problems.append(table.located(error, value.column, row))
    }
    put(found, use.key, isOutright: use.isOutright)
  }
}
