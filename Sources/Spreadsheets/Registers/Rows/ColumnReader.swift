import Portfolio

/// One column of a file that is read: where it stands, what it is for, and what may stand in it.
struct ColumnReader {
  /// What a column of a file is for.
  enum Target {
    /// A column of the register, by its number.
    case column(Int)
    /// A field of one event, named outright (`pay.note`), by the numbers of slot and field.
    case field(slot: Int, field: Int)
  }

  /// The column of the file.
  let column: Int
  let target: Target
  let type: FieldType
  let unit: HeaderUnit?

  /// Nil for headings under which nothing is read.
  init?(_ heading: RegisterHeader.Heading, in kind: RegisterKind, _ columns: RegisterColumns) {
    guard let (target, type) = ColumnReader.use(of: heading.target, in: kind, columns) else { return nil }
    column = heading.column
    self.target = target
    self.type = type
    unit = heading.name.unit
  }

  /// Whether it reads a column of the register.
  func isOf(_ number: Int) -> Bool {
    if case .column(let own) = target { return own == number }
    return false
  }

  /// Whether it reads the day of one event, named outright.
  func isDay(ofSlot number: Int) -> Bool {
    if case .field(let slot, let field) = target { return slot == number && field == OutrightValue.day }
    return false
  }

  /// What a heading is for.
  static func use(
    of target: HeaderTarget, in kind: RegisterKind, _ columns: RegisterColumns
  ) -> (target: Target, type: FieldType)? {
    switch target {
    case .column(let name): return kind.column(named: name).map { (.column(columns[name]), kind.type(of: $0)) }
    case .field(let slot, let field):
      guard let index = kind.slots.firstIndex(where: { $0.name == slot }) else { return nil }
      if field == "date" { return (.field(slot: index, field: OutrightValue.day), .day) }
      let declared = kind.slots[index].kind
      return declared.index(of: field).map { (.field(slot: index, field: $0), declared.fields[$0].type) }
    default: return nil
    }
  }
}
