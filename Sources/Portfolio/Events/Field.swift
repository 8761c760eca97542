/// One field of an event kind, declared once: the journal, CSV and JSON names, the flag and the help come from here.
public struct Field: Hashable, Sendable {
  /// The name written before the colon, the CSV column and the JSON key.
  public let name: String
  /// The Chinese name, accepted wherever the name is.
  public let chinese: String
  public let type: FieldType
  public private(set) var isRequired = false
  /// Whether the field is written without its name, in the order of declaration, after the kind.
  public private(set) var isPositional = false
  /// What the field means, for help and the reference page.
  public let help: String
  public let helpChinese: String

  public init(_ name: String, _ chinese: String, _ type: FieldType, _ help: String, _ helpChinese: String) {
    self.name = name
    self.chinese = chinese
    self.type = type
    self.help = help
    self.helpChinese = helpChinese
  }

  /// Whether the name of an account stands in it.
  public var isAccount: Bool { type.isAccount }

  /// The field as one that must be given and stands right after the kind.
  public var positional: Field {
    var copy = self
    copy.isPositional = true
    copy.isRequired = true
    return copy
  }

  /// The field as one that may stand right after the kind.
  public var optionalPositional: Field {
    var copy = self
    copy.isPositional = true
    copy.isRequired = false
    return copy
  }

  /// The field as one that must be given.
  public var required: Field {
    var copy = self
    copy.isRequired = true
    return copy
  }
}
