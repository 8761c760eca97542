import LedgerCore

extension MemoryLedger {
  /// Turnover of the period month by month.
  public func turnover(_ query: MovementQuery) throws(Diagnostic) -> [MonthTurnover] {
    var table = MonthTurnoverTable(query: query)
    try vouchers(for: query) { voucher, postings, isOpening throws(Diagnostic) in
      if isOpening || voucher.day < query.from { return }
      for posting in postings {
        try table.add(
          voucher.day.month, account: posting.account, commodity: posting.commodity, dimensions: posting.dimensions,
          debit: posting.debit, credit: posting.credit)
      }
    }
    return table.months
  }
}
