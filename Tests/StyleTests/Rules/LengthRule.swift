/// Files and functions short enough to be read at once.
enum LengthRule {
  static let fileLinesMax = 500
  static let functionLinesMax = 70
  static let fileLinesMedianMax = 100
  /// With fewer files than this the median says nothing.
  static let filesForMedian = 20

  /// A file that is too long, and each function in it that is.
  static func check(_ text: SwiftText) -> [Violation] {
    var violations: [Violation] = []
    if text.lines.count > fileLinesMax {
      violations.append(
        Violation(path: text.path, line: 0, message: "\(text.lines.count) lines, at most \(fileLinesMax)"))
    }
    for function in FunctionSpan.all(in: text) where function.length > functionLinesMax {
      let message = "\(function.name) takes \(function.length) lines, at most \(functionLinesMax)"
      violations.append(Violation(path: text.path, line: function.line, message: message))
    }
    return violations
  }

  /// The median length of the files when it is too large, else nil.
  static func excessiveMedian(of files: [SwiftText]) -> Int? {
    guard files.count >= filesForMedian else { return nil }
    let median = files.map(\.lines.count).sorted()[files.count / 2]
    return median > fileLinesMedianMax ? median : nil
  }
}
