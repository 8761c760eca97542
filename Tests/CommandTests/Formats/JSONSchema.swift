import Foundation

/// As much of JSON Schema as Docs/report.schema.json uses; a keyword that is not known here is an error, so that none is
/// taken for checked.
struct JSONSchema {
  private let root: [String: Any]

  struct Unknown: Error { let keyword: String }

  init(_ data: Data) throws { root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:] }

  /// Where a value is not as the schema says; empty when it is.
  func problems(in value: Any) throws -> [String] { try problems(in: value, root, at: "") }

  private static let annotations: Set<String> = ["$schema", "$defs", "title", "description"]

  private func problems(in value: Any, _ schema: [String: Any], at path: String) throws -> [String] {
    var problems: [String] = []
    for (keyword, rule) in schema where !JSONSchema.annotations.contains(keyword) {
      problems += try check(keyword, rule, schema, value, path)
    }
    return problems
  }

  private func check(
    _ keyword: String, _ rule: Any, _ schema: [String: Any], _ value: Any, _ path: String
  ) throws -> [String] {
    let object = value as? [String: Any]
    switch keyword {
    case "type": return JSONSchema.isType(rule as? String ?? "", value) ? [] : ["\(path): no \(rule)"]
    case "const": return JSONSchema.isEqual(rule, value) ? [] : ["\(path): not \(rule)"]
    case "enum":
      return (rule as? [Any] ?? []).contains { JSONSchema.isEqual($0, value) } ? [] : ["\(path): \(value) is none of \(rule)"]
    case "pattern":
      guard let text = value as? String, let pattern = rule as? String else { return [] }
      return text.range(of: pattern, options: .regularExpression) != nil ? [] : ["\(path): \(text) is not \(pattern)"]
    case "minimum":
      guard let number = value as? NSNumber, let least = rule as? NSNumber else { return [] }
      return number.int64Value >= least.int64Value ? [] : ["\(path): \(number) is below \(least)"]
    case "required":
      return (rule as? [String] ?? []).filter { object != nil && object?[$0] == nil }.map { "\(path): lacks \($0)" }
    case "properties":
      return try (rule as? [String: [String: Any]] ?? [:]).flatMap { name, inner in
        try object?[name].map { try problems(in: $0, inner, at: "\(path)/\(name)") } ?? []
      }
    case "additionalProperties":
      let named = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
      return try (object ?? [:]).filter { !named.contains($0.key) }.flatMap {
        try problems(in: $0.value, rule as? [String: Any] ?? [:], at: "\(path)/\($0.key)")
      }
    case "items":
      return try (value as? [Any] ?? []).enumerated().flatMap {
        try problems(in: $0.element, rule as? [String: Any] ?? [:], at: "\(path)/\($0.offset)")
      }
    case "anyOf":
      let fits = try (rule as? [[String: Any]] ?? []).contains { try problems(in: value, $0, at: path).isEmpty }
      return fits ? [] : ["\(path): \(value) fits no alternative"]
    case "$ref":
      let name = (rule as? String ?? "").split(separator: "/").last.map(String.init) ?? ""
      guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else { throw Unknown(keyword: name) }
      return try problems(in: value, target, at: path)
    default: throw Unknown(keyword: keyword)
    }
  }

  private static func isType(_ name: String, _ value: Any) -> Bool {
    switch name {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "null": value is NSNull
    case "string": value is String
    case "boolean": isBoolean(value)
    case "integer": !isBoolean(value) && (value as? NSNumber).map { Double($0.int64Value) == $0.doubleValue } == true
    default: false
    }
  }

  private static func isBoolean(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return false }
    return String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }

  private static func isEqual(_ left: Any, _ right: Any) -> Bool {
    if left is NSNull || right is NSNull { return left is NSNull && right is NSNull }
    return left as? String == right as? String && left is String
  }
}
