import Portfolio

/// A value of JSON with the place where it stood; numbers are kept as they were written.
struct JSONNode {
  /// What the value is.
  indirect enum Value {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([JSONMember])
  }

  let value: Value
  let place: FieldPlace

  /// The text that a field parser reads; nil for null, arrays and objects.
  var text: String? {
    switch value {
    case .string(let text), .number(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .null, .array, .object: nil
    }
  }

  /// What the value is, in words.
  var name: String {
    switch value {
    case .null: "null"
    case .bool: "a truth value"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// A key of an object with its value and the place of the key.
struct JSONMember {
  let key: String
  let place: FieldPlace
  let node: JSONNode
}
