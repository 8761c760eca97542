import LedgerCore

/// A balance as a statement states it, `1,000.00`, or with its side: `700.00 贷`, `借 700.00`, 借 or 贷 in a column beside it.
struct StatedBalance: Hashable {
  /// Minor units; what stands on the side of 贷 is positive, as a bank writes it.
  private(set) var amount: Int64
  /// Whether only 借 or 贷 gives its sign, so that in a print of one's own account it is the opposite.
  private(set) var mayTurn = false

  /// The balance as a print of one's own account means it.
  var turned: StatedBalance {
    var copy = self
    if mayTurn { copy.amount = 0 - amount }
    return copy
  }

  private init(_ amount: Int64, mayTurn: Bool = false) {
    self.amount = amount
    self.mayTurn = mayTurn
  }

  /// A balance from a text; nil for anything else.
  init?(_ text: String, scale: Int) {
    guard let found = StatedBalance.read(text, scale: scale) else { return nil }
    self = found
  }

  /// The balance of a row in its column, with the side that stands beside it; nil where the column has none that can be read.
  init?(of row: SheetRow, _ layout: StatementLayout, scale: Int) {
    guard let column = layout[.balance] else { return nil }
    let side = layout[.balanceSide].map { row.text($0) } ?? ""
    let text = row.text(column)
    if StatedBalance.isLevel(text) || (StatementCells.isBlank(text) && StatedBalance.isLevel(side)) {
      self = StatedBalance(0)
      return
    }
    guard let found = StatedBalance.read(text, scale: scale) else { return nil }
    self = found
    if !mayTurn, !side.isEmpty, let direction = StatementDirection(side), !direction.isStated {
      self = StatedBalance(direction.isIncoming ? amount : 0 - amount, mayTurn: true)
    }
  }

  private static func read(_ text: String, scale: Int) -> StatedBalance? {
    if let amount = StatementCells.amount(text, scale: scale) { return StatedBalance(amount) }
    let folded = SheetText.folded(text).filter { !"()[]:：".contains($0) }
    for (word, sign) in sides {
      let rest = folded.hasPrefix(word) ? folded.dropFirst(word.count) : folded.hasSuffix(word) ? folded.dropLast(word.count) : nil
      guard let rest, rest.contains(where: \.isNumber), let amount = StatementCells.amount(String(rest), scale: scale) else { continue }
      return StatedBalance(sign * amount, mayTurn: true)
    }
    return nil
  }

  /// Whether a text says that nothing is left.
  static func isLevel(_ text: String) -> Bool { text == "平" }

  private static let sides: [(word: String, sign: Int64)] = [
    ("贷方", 1), ("借方", -1), ("贷", 1), ("借", -1), ("credit", 1), ("debit", -1), ("cr", 1), ("dr", -1),
  ]
}
