/// Names that say what a thing is, not that it is useful.
enum NameRule {
  static let emptyEndings = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utilities"]
  private static let keywords: Set<String> = ["struct", "class", "enum", "actor", "protocol", "typealias", "extension"]

  /// A file and each type in it that has such a name.
  static func check(_ text: SwiftText) -> [Violation] {
    var violations: [Violation] = []
    let file = text.path.split(separator: "/").last?.split { ".+".contains($0) }.first.map(String.init) ?? ""
    if isEmpty(file) { violations.append(Violation(path: text.path, line: 0, message: "\(file) says nothing")) }
    for (index, line) in text.code.enumerated() {
      let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
      for (keyword, name) in zip(words, words.dropFirst()) where keywords.contains(keyword) && isEmpty(name) {
        violations.append(Violation(path: text.path, line: index + 1, message: "\(name) says nothing"))
      }
    }
    return violations
  }

  private static func isEmpty(_ name: String) -> Bool { emptyEndings.contains { name.hasSuffix($0) } }
}
