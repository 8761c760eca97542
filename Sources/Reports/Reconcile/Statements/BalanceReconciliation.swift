import LedgerCore

/// The balances of both sides of an account brought to one figure (余额调节): each side takes in what only the other has.
///
/// What both sides have is taken in by neither: where the amounts differ (金额错) the books are corrected by the difference, as the
/// statement has it, so that the figure is the balance after correction; what only waits for confirmation changes nothing.
struct BalanceReconciliation {
  let bookBalance: Int64
  /// What the lines of the statements come to.
  let statedBalance: Int64
  /// What a statement that ends on the day states, where the lines come to something else; nil where they agree, or where
  /// no statement ends on the day.
  let bankBalance: Int64?
  /// Whether no statement states a balance that the lines lead to: there is none at all, or lines are missing.
  let isComputed: Bool
  /// On the statement and not in the books: came in, went out (positive).
  private(set) var statedIn: Int64 = 0
  private(set) var statedOut: Int64 = 0
  /// In the books and not on the statement.
  private(set) var bookedIn: Int64 = 0
  private(set) var bookedOut: Int64 = 0
  /// What amounts that differ correct the books by, and how many there are.
  private(set) var correction: Int64 = 0
  private(set) var correctionCount = 0
  /// What waits for confirmation: how many items of both sides, and what those of one side come to.
  private(set) var proposed: Int64 = 0
  private(set) var proposedCount = 0
  /// What both balances differed by before the first day, as far as no match has settled it since.
  private(set) var before: Int64 = 0

  init(_ sides: AccountSides, _ gaps: [StatementGap], _ open: OpenItems) throws(Diagnostic) {
    bookBalance = sides.bookBalance
    var stated = sides.statedOpening
    for line in sides.lines where line.day <= sides.day { try stated.add(line.amount) }
    statedBalance = stated
    let ending = sides.heads.filter { $0.to == sides.day && $0.closing != nil }.max { $0.sequence < $1.sequence }
    let hasGap = gaps.contains { $0.day <= sides.day }
    bankBalance = hasGap && ending?.closing != stated ? ending?.closing : nil
    isComputed = !sides.hasBalances || (hasGap && ending?.closing != stated)
    for item in open.items { try take(item) }
    try before.add(sides.statedOpening)
    try before.add(0 &- sides.bookOpening)
    for entry in sides.settledBefore { try before.add(entry.amount) }
  }

  private mutating func take(_ item: OpenItem) throws(Diagnostic) {
    if let correction = item.correction {
      try self.correction.add(correction)
      correctionCount += 1
    } else if item.isOnBothSides {
      if item.kind == .wrongAmount { return }
      proposedCount += 1
      if item.side == .books { try proposed.add(item.amount) }
    } else if item.side == .statement {
      if item.amount > 0 { try statedIn.add(item.amount) } else { try statedOut.add(0 &- item.amount) }
    } else {
      if item.amount > 0 { try bookedIn.add(item.amount) } else { try bookedOut.add(0 &- item.amount) }
    }
  }

  /// What the lines come to more than the statement states; nil when they agree.
  var missing: Int64? {
    get throws(Diagnostic) {
      guard let bankBalance else { return nil }
      var sum = statedBalance
      try sum.add(0 &- bankBalance)
      return sum
    }
  }

  /// The balance of the books with what only the statement has, and with amounts that are wrong put right.
  var adjustedBook: Int64 {
    get throws(Diagnostic) {
      var sum = bookBalance
      try sum.add(statedIn)
      try sum.add(0 &- statedOut)
      try sum.add(correction)
      try sum.add(before)
      return sum
    }
  }

  /// The balance of the statement with what only the books have.
  var adjustedStatement: Int64 {
    get throws(Diagnostic) {
      var sum = statedBalance
      try sum.add(bookedIn)
      try sum.add(0 &- bookedOut)
      return sum
    }
  }
}
