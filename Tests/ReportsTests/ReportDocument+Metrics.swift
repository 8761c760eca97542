import LedgerCore
import ReportDocument
import Testing

extension ReportDocument {
  /// `numerator/denominator=value` of a metric in the member `metrics` of the JSON form.
  func metric(_ code: String) throws -> String {
    func text(_ name: String) throws -> String {
      if case .string(let text) = try metricMember(code, name) { text } else { "null" }
    }
    return "\(try text("numerator"))/\(try text("denominator"))=\(try text("value"))"
  }

  /// One member of a metric in the JSON form.
  func metricMember(_ code: String, _ name: String) throws -> JSONValue {
    guard case .array(let metrics) = try #require(extras.first { $0.name == "metrics" }).value else { return .null }
    for case .object(let members) in metrics where members.contains(JSONMember("code", .string(code))) {
      return try #require(members.first { $0.name == name }, "no member \(name)").value
    }
    Issue.record("no metric \(code)")
    return .null
  }
}

extension Cell {
  /// A ratio as text with a number of decimals; nil for anything else and for an undefined one.
  func text(_ decimals: Int) -> String? { if case .ratio(let ratio) = self { ratio.text(decimals: decimals) } else { nil } }
}
