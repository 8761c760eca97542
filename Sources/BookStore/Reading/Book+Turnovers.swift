import LedgerCore
import Portfolio

/// What happened in one month on one account, in one commodity and one combination of dimensions; minor units.
public struct MonthlyTurnover: Hashable, Sendable {
  /// The month.
  public let month: Month
  /// The commodity of both amounts.
  public let commodity: CommodityID
  /// What the amounts are about.
  public let dimensions: Dimensions
  /// Sum of the debits.
  public let debit: Int64
  /// Sum of the credits.
  public let credit: Int64
}

extension Book {
  /// Hands out the turnovers of an account by commodity, dimensions and month; each combination in order of months.
  public func turnovers(
    of account: AccountID, _ body: (MonthlyTurnover) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try reading { state throws(Diagnostic) in
      guard let id = state.ids.existing(account.rawValue, of: .account) else { return }
      let isLatest = knownAt >= state.sequence
      let rows = try file.newStatement(
        isLatest
          ? "SELECT month, commodity, dimensions, debit, credit FROM balance WHERE account = ? "
            + "ORDER BY commodity, dimensions, month"
          : "SELECT v.month, p.commodity, p.dimensions, sum(CASE p.side WHEN 0 THEN p.amount ELSE 0 END), "
            + "sum(CASE p.side WHEN 1 THEN -p.amount ELSE 0 END) "
            + "FROM voucher v CROSS JOIN posting p ON p.voucher = v.id "
            + "WHERE p.account = ? AND v.seq <= ? GROUP BY 2, 3, 1 ORDER BY 2, 3, 1")
      rows.bind(1, id)
      if !isLatest { rows.bind(2, knownAt) }
      while try rows.step() {
        try body(
          MonthlyTurnover(
            month: Month(number: Int32(clamping: rows.int(0))), commodity: try state.ids.commodity(rows.int(1)),
            dimensions: try state.ids.dimensions(rows.int(2)), debit: rows.int(3), credit: rows.int(4)))
      }
    }
  }
}
