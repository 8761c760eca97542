import LedgerCore
import Portfolio

/// What year-end closing took off the outlay accounts: vouchers that move between result accounts and carried-forward
/// balances alone and touch no money; they are no outlay and no correction of one.
struct ClosingEntries {
  /// What was taken off by envelope and deal, minor units, over all years.
  private(set) var amounts: [SpendingSides.Key: Int64] = [:]
  /// The same within the calendar year asked for.
  private(set) var amountsOfYear: [SpendingSides.Key: Int64] = [:]
  /// The vouchers, so that no difference is made of them.
  private(set) var vouchers: Set<Int64> = []

  /// Looks for closing vouchers; postings are read only when an outlay account was ever credited.
  init(_ source: any LedgerSource, _ rows: BookRows, year: Int, moment: Moment) throws(Diagnostic) {
    let accounts = RuleAccounts(source)
    let outlays = accounts.outlays
    guard rows.outlays(outlays).contains(where: { $0.credit != 0 }) else { return }
    let results = outlays.union(accounts.results)
    var postings: [PostingRow] = []
    try source.postings(PostingQuery(moment: moment, accounts: results)) { row throws(Diagnostic) in
      if ["entry", "red", Voucher.switchRule].contains(row.rule) { postings.append(row) }
    }
    for (voucher, lines) in Dictionary(grouping: postings, by: \.voucher) {
      // Lines on other accounts are money: then these do not sum to zero.
      let sum = lines.reduce(Int128(0)) { $0 + Int128($1.posting.amount) }
      let isSwitch = lines[0].rule == Voucher.switchRule
      guard sum == 0 || isSwitch, lines.contains(where: { outlays.contains($0.posting.account) }) else { continue }
      vouchers.insert(voucher)
      for line in lines where outlays.contains(line.posting.account) { try add(line, year) }
    }
  }

  private mutating func add(_ row: PostingRow, _ year: Int) throws(Diagnostic) {
    let dimensions = row.posting.dimensions
    let key = SpendingSides.Key(envelope: dimensions.envelope, deal: dimensions.deal)
    try amounts[key, default: 0].add(0 &- row.posting.amount)
    if row.day.year == year { try amountsOfYear[key, default: 0].add(0 &- row.posting.amount) }
  }
}
