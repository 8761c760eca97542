/// Names under which those who come from hledger know a command, where it has a place of its own here.
enum HledgerNames {
  private static let commands: [String: [String]] = [
    "bs": ["statement", "balance-sheet"], "balancesheet": ["statement", "balance-sheet"],
    "is": ["statement", "income"], "incomestatement": ["statement", "income"],
    "cf": ["statement", "cash-flow"],
    "areg": ["register"], "aregister": ["register"],
  ]

  /// The arguments with the command in our words; others stay as they are.
  static func translated(_ arguments: [String]) -> [String] {
    guard let first = arguments.first, let words = commands[first] else { return arguments }
    return words + arguments.dropFirst()
  }
}
