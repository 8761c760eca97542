import LedgerCore
import Portfolio

/// Turnovers by account, commodity and month over all dimensions, on their way into the table `turnover`; ids are those
/// of the file.
struct AccountMonths {
  private struct Key: Hashable, Comparable {
    let account: Int64
    let commodity: Int64
    let month: Int64

    static func < (left: Key, right: Key) -> Bool {
      (left.account, left.commodity, left.month) < (right.account, right.commodity, right.month)
    }
  }

  private var sums: [Key: BalanceTable.Turnover] = [:]

  /// Adds what one combination of dimensions moved.
  ///
  /// - Throws: `sumOverflow` when a sum leaves 64 bits.
  mutating func add(
    account: Int64, commodity: Int64, month: Int64, _ turnover: BalanceTable.Turnover
  ) throws(Diagnostic) {
    let key = Key(account: account, commodity: commodity, month: month)
    if !sums[key, default: BalanceTable.Turnover()].add(debit: turnover.debit, credit: turnover.credit) {
      throw Diagnostic.sumOverflow
    }
  }

  /// Adds the sums to those of the table, in order of its key.
  func write(to file: BookFile) throws(Diagnostic) {
    let row = try file.statement(
      "INSERT INTO turnover(account, commodity, month, debit, credit) VALUES (?, ?, ?, ?, ?) "
        + "ON CONFLICT(account, commodity, month) "
        + "DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit")
    for (key, turnover) in sums.sorted(by: { $0.key < $1.key }) {
      row.bind(1, key.account)
      row.bind(2, key.commodity)
      row.bind(3, key.month)
      row.bind(4, turnover.debit)
      row.bind(5, turnover.credit)
      try row.run()
    }
  }
}
