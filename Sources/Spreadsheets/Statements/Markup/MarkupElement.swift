/// One element of a statement in XML or SGML with what stands in it.
struct MarkupElement {
  let name: XMLName
  /// The line of the file that it begins on, from 1.
  let line: Int
  /// What it says itself, without blanks around it.
  var text = ""
  /// The currency of an amount that names one beside it.
  var currency = ""
  var children: [MarkupElement] = []

  /// The first element at the end of a path below this one, nil when there is none.
  subscript(path: XMLName...) -> MarkupElement? {
    var element = self
    for name in path {
      guard let next = element.children.first(where: { $0.name == name }) else { return nil }
      element = next
    }
    return element
  }

  /// The children of a name.
  func all(_ name: XMLName) -> [MarkupElement] { children.filter { $0.name == name } }
}

extension XMLName: ExpressibleByStringLiteral {
  init(stringLiteral name: StaticString) { self.init(name) }
}
