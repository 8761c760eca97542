import Foundation
import LedgerCore

@testable import Analytics

/// A fixture that cannot be found or read fails the test that asks for it.
struct OracleError: Error, CustomStringConvertible {
  let description: String
}

/// A number that a fixture writes as a number or as text; "nan" and null are no number.
struct OracleNumber: Decodable {
  let value: Double?

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      value = nil
    } else if let text = try? container.decode(String.self) {
      value = text == "nan" ? nil : Double(text)
    } else {
      value = try container.decode(Double.self)
    }
  }
}

/// A flow written as a pair of date and amount.
struct OracleFlow: Decodable {
  let day: Day
  let text: String
  var flow: DatedFlow { DatedFlow(day, Double(text) ?? .nan) }

  init(from decoder: any Decoder) throws {
    var pair = try decoder.unkeyedContainer()
    let date = try pair.decode(String.self)
    guard let day = Day(date) else { throw OracleError(description: "no such day: \(date)") }
    self.day = day
    self.text = try pair.decode(String.self)
  }

  /// The flow in hundredths, or nil when it has more decimals.
  var inMinorUnits: CashFlow? { DecimalText.parse(text.utf8, scale: 2).map { CashFlow(day, $0) } }
}

/// The file of cases under Fixtures.
struct OracleFile<Case: Decodable>: Decodable {
  let cases: [Case]

  static func cases(_ name: String) throws -> [Case] {
    try Oracle.decode(OracleFile.self, from: name).cases
  }
}

enum Oracle {
  /// Reads a fixture from beside this source file.
  static func decode<Value: Decodable>(_ type: Value.Type, from name: String) throws -> Value {
    guard let url = Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil) else {
      throw OracleError(description: "missing fixture \(name)")
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(contentsOf: url))
  }

  /// The tolerance of the published cases.
  static func isNear(_ value: Double?, _ expected: Double?, within tolerance: Double = 1e-9) -> Bool {
    guard let value, let expected else { return value == nil && expected == nil }
    return (value - expected).magnitude <= tolerance * max(1, expected.magnitude)
  }

  static func areNear(_ values: [Double], _ expected: [Double], within tolerance: Double = 1e-9) -> Bool {
    values.count == expected.count && zip(values, expected).allSatisfy { isNear($0, $1, within: tolerance) }
  }
}
