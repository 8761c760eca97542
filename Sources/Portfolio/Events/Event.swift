import LedgerCore

/// A dated, typed fact with a document behind it: recorded once and never changed.
public struct Event: Sendable {
  /// The declaration of the event's kind.
  public let kind: EventDeclaration
  /// The day on which the fact is true; nil for a declaration that has held since always.
  public var day: Day?
  /// One value for each field of the declaration, in its order.
  public var values: [FieldValue]
  /// Where each value was read; empty when the event came from elsewhere.
  public var places: [FieldPlace] = []
  /// The lines of a plain voucher; empty for every other kind.
  public var lines: [EntryLine] = []
  /// The file that the event was read from, empty when it came from elsewhere.
  public var file = ""
  /// The line of its first line in the file.
  public var line = 0

  public init(_ kind: EventDeclaration, day: Day? = nil) {
    self.kind = kind
    self.day = day
    // A copy of blank values that the kind keeps would count references of each.
    let count = kind.fields.count
    self.values = Array(unsafeUninitializedCapacity: count) { values, filled in
      for index in 0..<count { values.initializeElement(at: index, to: .absent) }
      filled = count
    }
  }

  /// The value of a field by its name; `.absent` when the kind has no such field.
  public subscript(field: String) -> FieldValue {
    get { kind.index(named: field).map { values[$0] } ?? .absent }
    set { if let index = kind.index(named: field) { values[index] = newValue } }
  }

  /// The day for sorting and filtering: `Day.always` for an undated declaration.
  public var effectiveDay: Day { day ?? .always }

  /// The text of a field, or nil.
  public func text(_ field: String) -> String? {
    if case .text(let text) = self[field] { text } else { nil }
  }

  /// The amount of a field, or nil.
  public func amount(_ field: String) -> Money? {
    if case .amount(let money) = self[field] { money } else { nil }
  }

  /// The rate of a field, or nil.
  public func rate(_ field: String) -> Rate? {
    if case .rate(let rate) = self[field] { rate } else { nil }
  }

  /// The day of a field, or nil.
  public func day(_ field: String) -> Day? {
    if case .day(let day) = self[field] { day } else { nil }
  }

  /// The whole number, year or term in months of a field, or nil.
  public func integer(_ field: String) -> Int64? {
    if case .integer(let value) = self[field] { value } else { nil }
  }

  /// The name of the word chosen in a field, or nil.
  public func choice(_ field: String) -> String? {
    guard let index = kind.index(named: field), case .choice(let chosen) = values[index],
      case .choice(let choices) = kind.fields[index].type, choices.indices.contains(chosen)
    else { return nil }
    return choices[chosen].name
  }

  /// Whether another event says the same, wherever the two were read.
  public func says(theSameAs other: Event) -> Bool {
    guard kind == other.kind, day == other.day, values == other.values, lines.count == other.lines.count else {
      return false
    }
    return zip(lines, other.lines).allSatisfy {
      $0.account == $1.account && $0.commodity == $1.commodity && $0.amount == $1.amount && $0.note == $1.note
    }
  }

  /// Where a field, or the event's first line when nil, was read; nil when it came from elsewhere.
  public func position(of field: String? = nil) -> SourcePosition? {
    guard line > 0 else { return nil }
    if let field, let index = kind.index(named: field), places.indices.contains(index), places[index].line > 0 {
      let place = places[index]
      return SourcePosition(
        file: file, line: Int(place.line), column: Int(place.column), length: max(1, Int(place.length)))
    }
    return SourcePosition(file: file, line: line, column: 1)
  }

  /// Where the first line of a plain voucher on an account was read; the event's first line when there is none.
  func position(of account: Account) -> SourcePosition? {
    guard let line = lines.first(where: { $0.account == account.id && $0.line > 0 }) else { return position() }
    return SourcePosition(
      file: file, line: Int(line.line), column: max(1, Int(line.column)), length: account.name.count)
  }
}
