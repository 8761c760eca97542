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
    for heading in table.header.headings { read(heading) }
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

  private mutating func read(_ heading: RegisterHeader.Heading) {
    switch heading.target {
    case .column(let name):
      guard let column = table.kind.column(named: name) else { return }
      if let value = value(heading.column, table.kind.type(of: column), heading.name.unit) { values[name] = value }
    case .field(let slot, let field):
      guard let declared = table.kind.slots.first(where: { $0.name == slot }) else { return }
      let type = field == "date" ? .day : declared.kind.index(of: field).map { declared.kind.fields[$0].type } ?? .text
      if let value = value(heading.column, type, heading.name.unit) { outright["\(slot).\(field)"] = value }
    default: break
    }
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
    let heading = table.header.headings.first { $0.column == value.column }
    let target = HeaderNames(table.kind).target(of: HeaderName(name))
    let type: FieldType
    switch target {
    case .column(let name): type = table.kind.column(named: name).map { table.kind.type(of: $0) } ?? .text
    case .field(let slot, let field):
      let kind = table.kind.slots.first { $0.name == slot }?.kind
      type = field == "date" ? .day : kind?.index(of: field).flatMap { kind?.fields[$0].type } ?? .text
    default: return
    }
    var found: RowValue?
    do throws(Diagnostic) {
      found = try table.cells.text(of: value.value, for: type, unit: heading?.name.unit)
        .map { RowValue(text: $0, column: value.column) }
    } catch {
      problems.append(table.located(error, value.column, row))
    }
    switch target {
    case .column(let name): values[name] = found
    case .field(let slot, let field): outright["\(slot).\(field)"] = found
    default: break
    }
  }
}
