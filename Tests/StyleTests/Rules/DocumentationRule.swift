/// Every public declaration says in a sentence what it is.
///
/// A plain `init` is let off, since it says nothing that its members do not; so are operators and `hash(into:)`,
/// which the standard library documents, and what a protocol of the project documents already.
enum DocumentationRule {
  /// Each public declaration without a docstring, stored properties left out.
  static func check(_ text: SwiftText, requirements: DocumentedRequirements) -> [Violation] {
    let names = requirements.names(for: text)
    return undocumented(in: text) { line in
      let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
      let isPromised = DocumentedRequirements.declaredName(in: words).map(names.contains) == true
      return !isPromised && !isStoredProperty(line)
    }
  }

  /// Each public stored property without a docstring; its name may say enough.
  static func storedProperties(_ text: SwiftText) -> [Violation] {
    undocumented(in: text, where: isStoredProperty)
  }

  private static func undocumented(in text: SwiftText, where isMeant: (String) -> Bool) -> [Violation] {
    text.code.indices.filter { isMeant(text.code[$0]) && isUndocumented(at: $0, in: text) }.map { index in
      let declaration = text.code[index].drop { $0 == " " }.prefix(60)
      return Violation(path: text.path, line: index + 1, message: "no docstring: \(declaration)")
    }
  }

  /// Whether a line declares a property of an instance that holds its value.
  private static func isStoredProperty(_ line: String) -> Bool {
    let isProperty = ["let", "var"].contains { !WordSearch.places(of: $0, in: line).isEmpty }
    return isProperty && !line.contains("{") && WordSearch.places(of: "static", in: line).isEmpty
  }

  private static func isUndocumented(at index: Int, in text: SwiftText) -> Bool {
    let declaration = withoutAttributes(text.code[index])
    let words = declaration.split { $0 == " " || $0 == "(" || $0 == ":" || $0 == "<" }.map(String.init)
    guard words.first == "public" || words.first == "open" else { return false }
    if words.contains("import") || words.contains("extension") { return false }
    if declaration.contains(" init(") && !declaration.contains("throws") { return false }
    if declaration.contains("func hash(into") || isOperator(declaration) { return false }
    var above = index - 1
    while above >= 0 {
      let line = text.lines[above].drop { $0 == " " }
      guard line.hasPrefix("@") || line.hasPrefix("#if") else { break }
      above -= 1
    }
    guard above >= 0 else { return true }
    let line = text.lines[above].drop { $0 == " " }
    return !line.hasPrefix("///") && !line.hasSuffix("*/")
  }

  /// A line from its first word that is no attribute on.
  private static func withoutAttributes(_ line: String) -> Substring {
    var rest = line.drop { $0 == " " }
    while rest.hasPrefix("@") {
      rest = rest.dropFirst().drop { $0.isLetter || $0.isNumber || $0 == "_" }
      if rest.hasPrefix("(") { rest = rest.drop { $0 != ")" }.dropFirst() }
      rest = rest.drop { $0 == " " }
    }
    return rest
  }

  private static func isOperator(_ declaration: Substring) -> Bool {
    let name = WordSearch.places(of: "func", in: String(declaration)).first.map { declaration.dropFirst($0.offset + 5) }
    return name?.first.map { "=<>+-*/!&|".contains($0) } == true
  }
}
