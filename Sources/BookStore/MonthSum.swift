import LedgerCore
import Portfolio

/// Both turnovers of an account in a month, over all dimensions; minor units.
struct MonthSum {
  let account: AccountID
  let commodity: CommodityID
  let month: Month
  private(set) var debit: Int64
  private(set) var credit: Int64

  init(account: AccountID, commodity: CommodityID, month: Month, debit: Int64, credit: Int64) {
    self.account = account
    self.commodity = commodity
    self.month = month
    self.debit = debit
    self.credit = credit
  }

  /// Adds what other dimensions moved; false when a sum leaves 64 bits.
  mutating func add(debit: Int64, credit: Int64) -> Bool {
    let (debits, over) = self.debit.addingReportingOverflow(debit)
    let (credits, overCredit) = self.credit.addingReportingOverflow(credit)
    (self.debit, self.credit) = (debits, credits)
    return !over && !overCredit
  }
}

extension BookState {
  /// The turnovers of all months, read once for as long as nothing is recorded: a statement asks for several periods.
  func monthSums() throws(Diagnostic) -> [MonthSum] {
    if let known = keptSums, known.sequence == sequence { return known.rows }
    // The table is in order of accounts: sums by month are gathered here, since SQLite would sort all of it first.
    let rows = try file.newStatement("SELECT account, commodity, month, debit, credit FROM balance")
    var found: [MonthSum] = []
    var places: [Int64: Int] = [:]
    var current: (account: Int64, commodity: Int64) = (-1, -1)
    while try rows.step() {
      let key = (rows.int(0), rows.int(1))
      if key != current {
        current = key
        places.removeAll(keepingCapacity: true)
      }
      if let place = places[rows.int(2)] {
        if found[place].add(debit: rows.int(3), credit: rows.int(4)) { continue }
        throw Diagnostic(.sumOverflow, "a balance leaves the range of 64-bit minor units")
      }
      places[rows.int(2)] = found.count
      found.append(
        MonthSum(
          account: try ids.account(key.0), commodity: try ids.commodity(key.1),
          month: Month(number: Int32(clamping: rows.int(2))), debit: rows.int(3), credit: rows.int(4)))
    }
    keptSums = (sequence, found)
    return found
  }
}
