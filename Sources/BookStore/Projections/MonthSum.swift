import LedgerCore
import Portfolio

/// Both turnovers of an account in a month, over all dimensions; minor units.
struct MonthSum {
  let account: AccountID
  let commodity: CommodityID
  let month: Month
  let debit: Int64
  let credit: Int64
}

extension BookState {
  /// The turnovers of all months, read once for as long as nothing is recorded: a statement asks for several periods.
  func monthSums() throws(Diagnostic) -> [MonthSum] {
    if let known = keptSums, known.sequence == sequence { return known.rows }
    let rows = try file.newStatement(
      "SELECT account, commodity, month, debit, credit FROM turnover ORDER BY account, commodity, month")
    var found: [MonthSum] = []
    while try rows.step() {
      found.append(
        MonthSum(
          account: try ids.account(rows.int(0)), commodity: try ids.commodity(rows.int(1)),
          month: Month(number: Int32(clamping: rows.int(2))), debit: rows.int(3), credit: rows.int(4)))
    }
    keptSums = (sequence, found)
    return found
  }
}
