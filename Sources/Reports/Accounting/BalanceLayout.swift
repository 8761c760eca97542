import LedgerCore

/// How the lines of a report of balances are laid out.
public struct BalanceLayout: Hashable, Sendable {
  /// Whether accounts stand as a tree, each with the sum of what is below it.
  public var isTree = false
  /// What stands in the place of accounts; nil for accounts.
  public var pivot: Pivot?
  /// Whether a column sums up the periods; balances, which are not added to each other, have none.
  public var hasRowTotals = false
  /// Whether a column has the average of the periods.
  public var hasAverages = false
  /// Whether the largest amount comes first.
  public var isSortedByAmount = false
  /// Whether amounts are shown as parts of their column's total.
  public var isPercent = false
  /// Whether signs are turned, for accounts that stand in credit.
  public var isInverted = false

  public init() {}

  /// An amount with the sign that it is shown with; throws when it cannot be turned.
  func signed(_ amount: Int64) throws(Diagnostic) -> Int64 {
    if !isInverted { return amount }
    return try Diagnostic.onOverflow { () throws(MoneyOverflow) in try Int64(0).minus(amount) }
  }
}
