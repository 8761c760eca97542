import LedgerCore

/// A JSON value that a report adds to the machine form of its document.
public indirect enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number; readers of JSON may lose digits beyond 2⁵³, so amounts are strings.
  case integer(Int64)
  /// A floating-point number; written as `null` when it is not finite.
  case number(Double)
  /// A text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Named values in order; names must be unique.
  case object([JSONMember])
}

/// One named value of a JSON object.
public struct JSONMember: Hashable, Sendable {
  /// The key.
  public var name: String
  /// The value.
  public var value: JSONValue

  /// A named value.
  public init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}

extension JSONValue {
  /// An amount as a decimal string, `"1234.50"`.
  public static func money(_ minorUnits: Int64, _ commodity: Commodity = .renminbi) -> JSONValue {
    .string(DecimalText.format(minorUnits, scale: commodity.scale))
  }

  /// A ratio as a decimal string rounded half up, or `null` when undefined.
  public static func ratio(_ ratio: Ratio, decimals: Int) -> JSONValue {
    ratio.text(decimals: decimals).map { .string($0) } ?? .null
  }

  /// A day in ISO form, or `null` for `Day.always` and `Day.never`.
  public static func day(_ day: Day) -> JSONValue {
    day == .always || day == .never ? .null : .string(day.description)
  }
}
