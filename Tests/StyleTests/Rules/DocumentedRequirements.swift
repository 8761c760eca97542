/// What the protocols of the project ask for and document: whoever conforms need not say it again.
struct DocumentedRequirements {
  /// The names of the documented functions and properties of each protocol.
  private var names: [String: Set<String>] = [:]

  init(in files: [SwiftText]) {
    for file in files { read(file) }
  }

  /// The names that are documented by the protocols which a file mentions.
  func names(for text: SwiftText) -> Set<String> {
    names.reduce(into: []) { found, entry in
      if text.code.contains(where: { !WordSearch.places(of: entry.key, in: $0).isEmpty }) {
        found.formUnion(entry.value)
      }
    }
  }

  private mutating func read(_ file: SwiftText) {
    var current: String?
    var depth = 0
    for (index, line) in file.code.enumerated() {
      let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
      if depth == 0, let place = words.firstIndex(of: "protocol"), place + 1 < words.count {
        current = words[place + 1]
      } else if let current, depth == 1, let name = DocumentedRequirements.declaredName(in: words) {
        if index > 0, file.lines[index - 1].drop(while: { $0 == " " }).hasPrefix("///") {
          names[current, default: []].insert(name)
        }
      }
      depth += line.count { $0 == "{" } - line.count { $0 == "}" }
      if depth == 0, line.contains("}") { current = nil }
    }
  }

  /// The name that a line of words declares as a function or property, or nil.
  static func declaredName(in words: [String]) -> String? {
    guard let place = words.firstIndex(where: { $0 == "func" || $0 == "var" || $0 == "let" }), place < 4 else {
      return nil
    }
    return place + 1 < words.count ? words[place + 1] : nil
  }
}
