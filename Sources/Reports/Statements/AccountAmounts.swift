import LedgerCore
import Portfolio

/// Amounts of accounts in several columns, such as this year's and last year's, kept apart by commodity.
struct AccountAmounts {
  /// How many columns there are.
  let width: Int
  private let register: Register
  private var sums: [CommodityID: [AccountID: [Int64]]] = [:]

  /// No amounts yet.
  init(width: Int, register: Register) {
    self.width = width
    self.register = register
  }

  /// Adds an amount to one column; throws when the sum leaves 64 bits.
  mutating func add(
    _ amount: Int64, to column: Int, _ account: AccountID, _ commodity: CommodityID
  ) throws(Diagnostic) {
    try sums[commodity, default: [:]][account, default: Array(repeating: 0, count: width)][column].add(amount)
  }

  /// Takes the amounts of one column over into another.
  mutating func copy(_ column: Int, to other: Int) throws(Diagnostic) {
    for (commodity, accounts) in sums {
      for (account, amounts) in accounts { try add(amounts[column], to: other, account, commodity) }
    }
  }

  /// The commodities met, in the order of declaration; the base commodity always stands first.
  var commodities: [CommodityID] { Set(sums.keys).union([register.baseID]).sorted() }

  /// The accounts of some classes as a tree, in the order of the chart.
  ///
  /// - Parameter sign: −1 to show credits as positive.
  func tree(
    of commodity: CommodityID, _ classes: Set<Account.Class>, depth: Int?, sign: Int64 = 1
  ) throws(Diagnostic) -> AccountTree {
    var tree = AccountTree(width: width, register: register, depth: depth)
    let rows = (sums[commodity] ?? [:]).map { (account: register[$0.key], amounts: $0.value) }
      .filter { classes.contains($0.account.accountClass) }
      .sorted { $0.account.stands(before: $1.account) }
    for row in rows {
      try tree.add(row.account, try AccountAmounts.signed(row.amounts, sign))
    }
    return tree
  }

  /// Sums over the accounts of some classes, one a column.
  func total(
    of commodity: CommodityID, _ classes: Set<Account.Class>, sign: Int64 = 1
  ) throws(Diagnostic) -> [Int64] {
    var total = Array(repeating: Int64(0), count: width)
    for (id, amounts) in sums[commodity] ?? [:] where classes.contains(register[id].accountClass) {
      for index in 0..<width { try total[index].add(amounts[index]) }
    }
    return try AccountAmounts.signed(total, sign)
  }

  private static func signed(_ amounts: [Int64], _ sign: Int64) throws(Diagnostic) -> [Int64] {
    if sign == 1 { return amounts }
    return try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      var turned: [Int64] = []
      for amount in amounts { turned.append(try Int64(0).minus(amount)) }
      return turned
    }
  }
}
