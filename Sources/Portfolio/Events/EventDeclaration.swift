import LedgerCore

/// An event kind, declared once in one file: its fields, its help, its checks and what it does.
///
/// The journal syntax, CSV and JSON names, `bgt record` flags and help, and the reference page are made from it.
public final class EventDeclaration: Sendable {
  /// Whether an event of the kind carries a date.
  public enum Dating: Sendable { case required, optional, none }

  /// Checks an event and says what it does in amounts; throws the first thing that is wrong and changes nothing.
  public typealias EffectRule = @Sendable (EventReader, inout Effect) throws(Diagnostic) -> Void
  /// Checks a declaration and enters it into the register; throws before it changes anything.
  public typealias DeclareRule = @Sendable (EventReader, Register) throws(Diagnostic) -> Void

  public let name: String
  public let chinese: String
  public let group: EventGroup
  public let dating: Dating
  /// What the kind records, one sentence in English and one in Chinese.
  public let summary: String
  public let summaryChinese: String
  /// The kind's own fields, then those that every kind has.
  public let fields: [Field]
  /// The English names of the fields, which are looked for by the dozen for every event.
  private let fieldNames: FieldNames
  /// The types of the fields.
  let types: [FieldType]
  /// One event of the kind in journal text.
  public let example: String
  let effect: EffectRule?
  let declare: DeclareRule?
  /// Indices of the positional fields.
  public let positionals: [Int]
  /// Indices of the fields that must be given, and of those that declare a name; looked at for every event.
  let requiredFields: [Int]
  let namingFields: [Int]
  /// Index of the field that counts attachments; -1 for the events of the book itself.
  let attachmentsField: Int

  public init(
    _ name: String, _ chinese: String, _ group: EventGroup, dating: Dating = .required, summary: String,
    summaryChinese: String, fields own: [Field], example: String, declare: DeclareRule? = nil,
    effect: EffectRule? = nil
  ) {
    self.name = name
    self.chinese = chinese
    self.group = group
    self.dating = dating
    self.summary = summary
    self.summaryChinese = summaryChinese
    self.fields = own + (group == .book ? [] : Field.common)
    self.fieldNames = FieldNames(fields.map(\.name))
    self.types = fields.map(\.type)
    self.example = example
    self.effect = effect
    self.declare = declare
    self.positionals = fields.indices.filter { [fields] in fields[$0].isPositional }
    self.requiredFields = fields.indices.filter { [fields] in fields[$0].isRequired }
    self.attachmentsField = fields.firstIndex { $0 == Field.attachments } ?? -1
    self.namingFields = fields.indices.filter { [fields] in
      if case .newName = fields[$0].type { true } else { false }
    }
  }

  /// The index of a field by either of its names.
  public func index(of field: String) -> Int? {
    index(named: field) ?? fields.firstIndex { $0.chinese == field }
  }

  /// The index of a field by its English name alone, for code that knows it: Chinese texts compare slowly.
  @inline(__always)
  func index(named name: String) -> Int? { fieldNames.index(of: name) }

  /// Whether the name of an account stands in a field.
  public func takesAccount(at index: Int) -> Bool { types[index].isAccount }

  /// Whether events of the kind are entered into the register.
  public var isDeclaration: Bool { declare != nil }
}

extension EventDeclaration: Hashable {
  public static func == (left: EventDeclaration, right: EventDeclaration) -> Bool { left === right }
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
