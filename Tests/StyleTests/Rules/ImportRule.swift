/// Nothing imports upwards, and what comes from outside stays in the layer that wraps it.
enum ImportRule {
  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor",
  ]

  /// Each import of a file that its layer may not have, or the file itself when it lies in no known layer.
  static func check(_ text: SwiftText) -> [Violation] {
    let folder = text.path.split(separator: "/").first.map(String.init) ?? ""
    guard let layer = Layer.all.first(where: { $0.name == folder }) else {
      return [Violation(path: text.path, line: 0, message: "\(folder) is not in the table of Layer.swift")]
    }
    return text.code.indices.compactMap { index in
      guard let module = module(importedBy: text.code[index]), !isAllowed(module, in: layer, file: text.path) else {
        return nil
      }
      return Violation(path: text.path, line: index + 1, message: "\(layer.name) may not import \(module)")
    }
  }

  private static func isAllowed(_ module: String, in layer: Layer, file: String) -> Bool {
    if module == "Foundation" { return Layer.foundationFiles.contains(file) }
    return (Layer.everywhere + layer.uses + layer.outside).contains(module)
  }

  /// The module that a line imports: `import X`, `@testable public import struct X.Y`.
  private static func module(importedBy line: String) -> String? {
    let words = line.split { $0 == " " || $0 == ";" }
    guard let place = words.firstIndex(of: "import"), place < 4 else { return nil }
    let isModifier = { (word: Substring) in
      word.hasPrefix("@") || ["public", "internal", "private", "package", "fileprivate"].contains(word)
    }
    guard words[..<place].allSatisfy(isModifier) else { return nil }
    let named = words[(place + 1)...].first { !kinds.contains($0) }
    return named?.split(separator: ".").first.map(String.init)
  }
}
