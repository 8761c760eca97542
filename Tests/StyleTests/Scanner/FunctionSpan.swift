/// A function, initialiser, subscript or computed property with the lines from its name to its closing brace.
struct FunctionSpan: Equatable {
  let name: String
  /// The line of the keyword, from 1.
  let line: Int
  let length: Int

  /// All functions of a file, nested ones too, by the line that they end on.
  static func all(in text: SwiftText) -> [FunctionSpan] {
    var scan = FunctionScan()
    for (index, line) in text.code.enumerated() { scan.read(line, number: index + 1) }
    return scan.found
  }
}
