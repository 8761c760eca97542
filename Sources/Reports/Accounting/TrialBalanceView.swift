import LedgerCore
import Portfolio

/// Balances and turnover of the accounts of a book, for the year and a period of it.
struct TrialBalanceView {
  /// What is kept apart.
  private struct Key: Hashable {
    let account: AccountID
    let dimensions: Dimensions
  }

  private let register: Register
  /// Amounts in the order of the columns: year opening, opening, debit, credit, year debit, year credit, closing.
  private var amounts: [CommodityID: [Key: [Int64]]] = [:]

  private static let width = 7

  /// Reads what is selected of one book.
  ///
  /// - Throws: `sumOverflow`, or what the source throws.
  init(
    _ selected: QueriedMovements, _ period: StatementPeriod, isByDimensions: Bool
  ) throws(Diagnostic) {
    register = selected.source.register
    for movement in try selected.movements(of: period.yearToDate, isByDimensions: isByDimensions) {
      try add(movement, to: [(0, movement.opening), (4, movement.debit), (5, movement.credit)])
    }
    for movement in try selected.movements(of: period, isByDimensions: isByDimensions) {
      let closing = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try movement.closing() }
      try add(movement, to: [(1, movement.opening), (2, movement.debit), (3, movement.credit), (6, closing)])
    }
  }

  private mutating func add(_ movement: Movement, to columns: [(Int, Int64)]) throws(Diagnostic) {
    let key = Key(account: movement.account, dimensions: movement.dimensions)
    let zeros = Array(repeating: Int64(0), count: TrialBalanceView.width)
    for (column, amount) in columns {
      try amounts[movement.commodity, default: [:]][key, default: zeros][column].add(amount)
    }
  }

  /// Whether nothing was ever posted.
  var isEmpty: Bool { amounts.isEmpty }

  /// The commodities met, in the order of declaration; the base commodity when there is none.
  var commodities: [CommodityID] { amounts.isEmpty ? [register.baseID] : amounts.keys.sorted() }

  /// The accounts as a tree in the order of the chart, each parted by dimensions.
  func tree(
    of commodity: CommodityID, depth: Int?, dimensions: [DimensionKind]
  ) throws(Diagnostic) -> AccountTree {
    var tree = AccountTree(width: TrialBalanceView.width, register: register, depth: depth)
    var rows: [(account: Account, details: [String], amounts: [Int64])] = []
    for (key, amounts) in amounts[commodity] ?? [:] {
      rows.append(
        (register[key.account], dimensions.map { $0.name(key.dimensions, in: register) }, amounts))
    }
    rows.sort { left, right in
      if left.account.id != right.account.id { return left.account.stands(before: right.account) }
      return left.details.lexicographicallyPrecedes(right.details) {
        // What is not stated comes last.
        $0.isEmpty == $1.isEmpty ? $0 < $1 : $1.isEmpty
      }
    }
    for row in rows { try tree.add(row.account, row.amounts, details: row.details) }
    return tree
  }

  /// The accounts of one commodity with their dimensions and amounts, in no order.
  func rows(of commodity: CommodityID) -> [(account: Account, dimensions: Dimensions, amounts: [Int64])] {
    (amounts[commodity] ?? [:]).map { (register[$0.key.account], $0.key.dimensions, $0.value) }
  }
}
