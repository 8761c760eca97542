import LedgerCore

/// What moved in one month: turnover by account and commodity, openings zero.
public struct MonthTurnover: Sendable {
  public var month: Month
  public var movements: [Movement]

  public init(month: Month, movements: [Movement]) {
    self.month = month
    self.movements = movements
  }
}

/// Collects turnover month by month.
public struct MonthTurnoverTable {
  private let query: MovementQuery
  private var tables: [Month: MovementTable] = [:]

  public init(query: MovementQuery) { self.query = query }

  /// Takes in sums of one account in a month; throws when a sum leaves 64 bits.
  public mutating func add(
    _ month: Month, account: AccountID, commodity: CommodityID, dimensions: Dimensions, debit: Int64, credit: Int64
  ) throws(Diagnostic) {
    try tables[month, default: MovementTable(query: query)].add(
      account: account, commodity: commodity, dimensions: dimensions, opening: 0, debit: debit, credit: credit)
  }

  /// The months in which something moved, ascending.
  public var months: [MonthTurnover] {
    tables.map { MonthTurnover(month: $0.key, movements: $0.value.rows) }
      .filter { !$0.movements.isEmpty }.sorted { $0.month < $1.month }
  }
}
