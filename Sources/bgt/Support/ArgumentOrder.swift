/// Lets common options stand before the command, as in `bgt -f FILE balance`.
enum ArgumentOrder {
  /// Options with a value that every reading command has.
  static let withValue: Set<String> = [
    "-f", "--file", "--book", "--as-of", "--known-at", "--format", "-o", "--output", "--lang", "--unit", "--color",
  ]

  /// Commands that have commands of their own.
  private static let groups: Set<String> = ["report", "statement", "报表", "export", "policy", "reconcile", "saved"]

  /// Whether there is nothing but options that stand before a command, and no command behind them.
  static func lacksCommand(_ arguments: [String]) -> Bool {
    var index = 0
    while index < arguments.count {
      let word = arguments[index]
      if withValue.contains(word) {
        index += 2
      } else if let equals = word.firstIndex(of: "="), withValue.contains(String(word[..<equals])) {
        index += 1
      } else {
        return false
      }
    }
    return !arguments.isEmpty
  }

  /// The arguments with options that stand before the command moved behind it.
  static func hoisted(_ arguments: [String]) -> [String] {
    var leading: [String] = []
    var index = 0
    while index < arguments.count {
      let word = arguments[index]
      guard word.hasPrefix("-"), word != "-" else { break }
      if withValue.contains(word), index + 1 < arguments.count {
        leading += [word, arguments[index + 1]]
        index += 2
      } else if word.hasPrefix("--"), let equals = word.firstIndex(of: "="), withValue.contains(String(word[..<equals])) {
        leading.append(word)
        index += 1
      } else {
        return arguments
      }
    }
    guard !leading.isEmpty, index < arguments.count else { return arguments }
    // A command with commands of its own (report year, statement income) takes the options behind the inner one.
    var end = index + 1
    if groups.contains(arguments[index]), end < arguments.count, !arguments[end].hasPrefix("-") { end += 1 }
    return Array(arguments[index..<end]) + leading + Array(arguments[end...])
  }
}
