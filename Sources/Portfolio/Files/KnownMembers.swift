import LedgerCore

/// A JSON object that has no members but those of its shape: a misspelled one would else be passed over, and the rule
/// that it belongs to be weaker than it looks.
struct KnownMembers<Shape: Decodable & ShapedByKeys>: Decodable {
  /// What was read.
  let value: Shape

  init(from decoder: any Decoder) throws {
    // What a book keeps was taken in once and is read as it was then.
    if !decoder.userInfo.keys.contains(where: { $0.rawValue == DataFile.takesUnknownMembers }) {
      let said = try decoder.container(keyedBy: MemberName.self).allKeys.map(\.stringValue)
      let known = Shape.CodingKeys.allCases.map(\.stringValue)
      if let name = said.sorted().first(where: { !known.contains($0) }) {
        throw UnknownMember(
          path: JSONPath(decoder.codingPath).appending(name), name: name, near: Spelling.nearest(to: name, among: known), known: known)
      }
    }
    value = try Shape(from: decoder)
  }
}

/// A shape whose members can be listed.
protocol ShapedByKeys {
  associatedtype CodingKeys: CodingKey & CaseIterable
}

/// A member that its object does not have.
struct UnknownMember: Error {
  /// Where it stands.
  let path: JSONPath
  let name: String
  let near: String?
  let known: [String]

  /// What is wrong, on one line.
  var reason: Wording {
    Wording("没有成员 \(name)；", "there is no member \(name); ")
      + (near.map(Wording.didYouMean)
        ?? Wording("有 \(known.joined(separator: "、"))", "there are \(known.joined(separator: ", "))"))
  }
}

/// The name of a member, whatever it is.
private struct MemberName: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
