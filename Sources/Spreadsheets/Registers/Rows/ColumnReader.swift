import Portfolio

/// One column of a file that is read: where it stands, what it is for, and what may stand in it.
struct ColumnReader {
  /// The column of the file.
  let column: Int
  /// The column of the register, or slot and field: `pay.note`.
  let key: String
  /// Whether it names a field of one event outright.
  let isOutright: Bool
  let type: FieldType
  let unit: HeaderUnit?

  /// Nil for headings under which nothing is read.
  init?(_ heading: RegisterHeader.Heading, in kind: RegisterKind) {
    guard let (key, isOutright, type) = ColumnReader.use(of: heading.target, in: kind) else { return nil }
    column = heading.column
    self.key = key
    self.isOutright = isOutright
    self.type = type
    unit = heading.name.unit
  }

  /// What a heading is for.
  static func use(of target: HeaderTarget, in kind: RegisterKind) -> (key: String, isOutright: Bool, type: FieldType)? {
    switch target {
    case .column(let name): return kind.column(named: name).map { (name, false, kind.type(of: $0)) }
    case .field(let slot, let field):
      guard let declared = kind.slots.first(where: { $0.name == slot })?.kind else { return nil }
      if field == "date" { return ("\(slot).date", true, .day) }
      return declared.index(of: field).map { ("\(slot).\(field)", true, declared.fields[$0].type) }
    default: return nil
    }
  }
}
