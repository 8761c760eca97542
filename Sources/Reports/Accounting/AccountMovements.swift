import LedgerCore
import Portfolio

/// The movements of accounts in the order of the chart, as balances and trial balances list them.
struct AccountMovements {
  /// Each movement with its account, by the chart's order, then by commodity.
  let rows: [(account: Account, movement: Movement)]

  /// Asks a source for movements; `wanted` leaves out all other accounts, nil leaves out none.
  init(
    _ source: any LedgerSource, _ query: MovementQuery, wanted: Set<AccountID>?
  ) throws(Diagnostic) {
    let register = source.register
    var rows: [(account: Account, movement: Movement)] = []
    for movement in try source.movements(query) {
      if let wanted, !wanted.contains(movement.account) { continue }
      rows.append((register[movement.account], movement))
    }
    rows.sort { left, right in
      left.account.id == right.account.id
        ? left.movement.commodity < right.movement.commodity : left.account.stands(before: right.account)
    }
    self.rows = rows
  }
}
