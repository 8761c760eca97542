import FundLedger
import Testing

extension ReportDocument {
  /// The texts of a member of the JSON form, or of the one of its objects that has a value under a key.
  func machine(_ name: String, where key: String = "", is value: String = "") throws -> [String: String] {
    var objects: [[JSONMember]] = []
    switch try #require(extras.first { $0.name == name }, "no member \(name)").value {
    case .object(let members): objects = [members]
    case .array(let list):
      for case .object(let members) in list where members.contains(JSONMember(key, .string(value))) {
        objects.append(members)
      }
    default: break
    }
    let members = try #require(objects.first, "no \(name) with \(key) \(value)")
    var texts: [String: String] = [:]
    for member in members {
      if case .string(let text) = member.value { texts[member.name] = text }
    }
    return texts
  }
}
