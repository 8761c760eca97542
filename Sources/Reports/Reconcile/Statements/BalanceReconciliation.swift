import LedgerCore

/// The balances of both sides of an account brought to one figure (余额调节): each side takes in what only the other has.
struct BalanceReconciliation {
  let bookBalance: Int64
  let statedBalance: Int64
  /// On the statement and not in the books: came in, went out (positive).
  private(set) var statedIn: Int64 = 0
  private(set) var statedOut: Int64 = 0
  /// In the books and not on the statement.
  private(set) var bookedIn: Int64 = 0
  private(set) var bookedOut: Int64 = 0
  /// What both balances differed by before the first day, as far as no match has settled it since.
  private(set) var before: Int64 = 0

  init(_ sides: AccountSides) throws(Diagnostic) {
    bookBalance = sides.bookBalance
    var stated = sides.statedOpening
    for line in sides.lines where line.day <= sides.day { try stated.add(line.amount) }
    statedBalance = stated
    for line in sides.openLines {
      if line.amount > 0 { try statedIn.add(line.amount) } else { try statedOut.add(0 &- line.amount) }
    }
    for entry in sides.openEntries {
      if entry.amount > 0 { try bookedIn.add(entry.amount) } else { try bookedOut.add(0 &- entry.amount) }
    }
    try before.add(sides.statedOpening)
    try before.add(0 &- sides.bookOpening)
    for entry in sides.settledBefore { try before.add(entry.amount) }
  }

  /// The balance of the books with what only the statement has.
  var adjustedBook: Int64 {
    get throws(Diagnostic) {
      var sum = bookBalance
      try sum.add(statedIn)
      try sum.add(0 &- statedOut)
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
