/// An element of a page, from a reader that takes nothing but well-formed XML.
struct Markup {
  /// Why a page is not well-formed.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  var name: String
  var attributes: [String: String] = [:]
  var children: [Markup] = []
  /// The text in the element and all below it, entities read.
  var text = ""

  /// Reads a page with one root element after a document type.
  init(_ page: String) throws {
    var reader = MarkupReader(page)
    self = try reader.page()
  }

  init(name: String) { self.name = name }

  /// All elements of a name, this one and below, in order.
  func all(_ name: String) -> [Markup] {
    (self.name == name ? [self] : []) + children.flatMap { $0.all(name) }
  }

  /// The one element with an id.
  func withID(_ id: String) -> Markup? {
    attributes["id"] == id ? self : children.lazy.compactMap { $0.withID(id) }.first
  }

  /// The values of all attributes of a name.
  func values(of attribute: String) -> [String] {
    (attributes[attribute].map { [$0] } ?? []) + children.flatMap { $0.values(of: attribute) }
  }
}

/// Reads markup character by character; whatever a strict reader would refuse is an error.
private struct MarkupReader {
  private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\""]
  private let scalars: [Unicode.Scalar]
  private var place = 0

  init(_ page: String) { scalars = Array(page.unicodeScalars) }

  mutating func page() throws -> Markup {
    try expect("<!DOCTYPE html>\n")
    let root = try element()
    try expect("\n")
    guard place == scalars.count else { throw malformed("something after the root") }
    return root
  }

  private mutating func element() throws -> Markup {
    try expect("<")
    var element = Markup(name: try name())
    while next == " " {
      place += 1
      let key = try name()
      try expect("=\"")
      let value = try text(until: "\"")
      guard element.attributes.updateValue(value, forKey: key) == nil else { throw malformed("\(key) twice") }
      place += 1
    }
    if next == "/" {
      try expect("/>")
      return element
    }
    try expect(">")
    while true {
      element.text += try text(until: "<")
      if place + 1 < scalars.count && scalars[place + 1] == "/" { break }
      let child = try self.element()
      element.text += child.text
      element.children.append(child)
    }
    try expect("</\(element.name)>")
    return element
  }

  private mutating func name() throws -> String {
    var name = ""
    while let scalar = next, scalar.properties.isAlphabetic || "0123456789-".unicodeScalars.contains(scalar) {
      name.unicodeScalars.append(scalar)
      place += 1
    }
    if name.isEmpty { throw malformed("no name") }
    return name
  }

  private mutating func text(until end: Unicode.Scalar) throws -> String {
    var text = ""
    while let scalar = next, scalar != end {
      place += 1
      if scalar == "<" { throw malformed("< in an attribute") }
      if scalar.value < 0x20 && scalar != "\n" { throw malformed("a control character") }
      guard scalar == "&" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      let entity = try name()
      guard let value = MarkupReader.entities[entity] else { throw malformed("&\(entity);") }
      text += value
      try expect(";")
    }
    if next == nil { throw malformed("the page ends") }
    return text
  }

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func expect(_ text: String) throws {
    for scalar in text.unicodeScalars {
      guard next == scalar else { throw malformed("no \(text)") }
      place += 1
    }
  }

  private func malformed(_ reason: String) -> Markup.Malformed {
    var around = String.UnicodeScalarView()
    around.append(contentsOf: scalars[max(0, place - 60)..<min(scalars.count, place + 20)])
    return Markup.Malformed(description: "\(reason) at \(place): \(String(around))")
  }
}
