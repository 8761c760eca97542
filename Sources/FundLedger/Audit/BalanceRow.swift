import BookStore
import LedgerCore
import Portfolio

/// The running balance of one account, commodity and combination of dimensions while its months are written.
struct BalanceRow {
  private let account: Account
  private let commodity: CommodityID
  private let dimensions: Dimensions
  /// The next month to be written.
  private var month: Month
  private var balance: Int64 = 0

  /// Begins before the first month that moved.
  init(account: Account, _ first: MonthlyTurnover) {
    self.account = account
    (commodity, dimensions, month) = (first.commodity, first.dimensions, first.month)
  }

  /// Whether a turnover belongs to the same account, commodity and dimensions.
  func isOf(_ turnover: MonthlyTurnover) -> Bool {
    turnover.commodity == commodity && turnover.dimensions == dimensions
  }

  /// Writes the months without movement before one, as far as a balance stands.
  mutating func advance(
    to next: Month, _ scope: PackageScope, _ table: PackageTable, _ sources: [LedgerField], _ columns: AccountColumns
  ) throws(Diagnostic) {
    if balance == 0 { month = max(month, next) }
    while month < next {
      try write(debit: 0, credit: 0, scope, table, sources, columns)
      month = month.advanced(by: 1)
    }
  }

  /// Writes a month that moved.
  mutating func take(
    _ turnover: MonthlyTurnover, _ scope: PackageScope, _ table: PackageTable, _ sources: [LedgerField],
    _ columns: AccountColumns
  ) throws(Diagnostic) {
    try write(debit: turnover.debit, credit: turnover.credit, scope, table, sources, columns)
    do throws(MoneyOverflow) { balance = try closing(turnover.debit, turnover.credit) } catch {
      throw Diagnostic.sumOverflow
    }
    month = month.advanced(by: 1)
  }

  /// Writes the months after the last movement, as far as a balance stands.
  mutating func finish(
    _ scope: PackageScope, _ table: PackageTable, _ sources: [LedgerField], _ columns: AccountColumns
  ) throws(Diagnostic) {
    try advance(to: scope.last.advanced(by: 1), scope, table, sources, columns)
  }

  private func closing(_ debit: Int64, _ credit: Int64) throws(MoneyOverflow) -> Int64 {
    try balance.plus(try debit.minus(credit))
  }

  private func write(
    debit: Int64, credit: Int64, _ scope: PackageScope, _ table: PackageTable, _ sources: [LedgerField],
    _ columns: AccountColumns
  ) throws(Diagnostic) {
    if month < scope.first { return }
    let after: Int64
    do throws(MoneyOverflow) { after = try closing(debit, credit) } catch {
      throw Diagnostic.sumOverflow
    }
    try table.add(
      sources.map { field in
        switch field {
        case .accountCode: columns.code(of: account)
        case .dimensionGroup: columns.group(of: dimensions)
        case .commodity: columns.register[commodity].code
        case .year: "\(month.year)"
        case .month: columns.text(month)
        case .openingSide: columns.side(of: balance)
        case .opening: columns.text(BalanceRow.size(of: balance), commodity)
        case .debit: columns.text(debit, commodity)
        case .credit: columns.text(credit, commodity)
        case .closingSide: columns.side(of: after)
        case .closing: columns.text(BalanceRow.size(of: after), commodity)
        default: ""
        }
      })
  }

  /// A balance without its sign, which the column of the side tells.
  private static func size(of amount: Int64) -> Int64 { Int64(clamping: amount.magnitude) }
}
