import LedgerCore
import Portfolio
import ReportDocument

/// The lines of a report of balances as amounts come in: one for each account or name, and commodity.
struct BalanceLines {
  /// What two amounts on one line share.
  struct Key: Hashable {
    /// `.none` for a line of something else than an account.
    var account: AccountID = .none
    /// The name that stands in the place of an account.
    var name = ""
    let commodity: CommodityID
  }

  /// What was collected of one line.
  struct Sums {
    var opening: Int64 = 0
    var changes: [Int64]
  }

  /// One printed line.
  struct Line {
    var cell: Cell
    var commodity: CommodityID
    var amounts: [Int64]
    var level = 0
    /// Whether lines of its parts follow, whose amounts are in its own.
    var hasParts = false
  }

  private let count: Int
  private(set) var sums: [Key: Sums] = [:]
  /// Whether any line moved in each period.
  var moved: [Bool] {
    var moved = Array(repeating: false, count: count)
    for sums in sums.values {
      for (place, change) in sums.changes.enumerated() where change != 0 { moved[place] = true }
    }
    return moved
  }

  /// No lines yet, for a number of periods.
  init(periods count: Int) { self.count = count }

  /// Takes in an amount of a period; -1 for what was before the first.
  mutating func add(_ key: Key, _ period: Int, _ amount: Int64) throws(Diagnostic) {
    if period < 0 {
      try sums[key, default: Sums(changes: Array(repeating: 0, count: count))].opening.add(amount)
    } else {
      try sums[key, default: Sums(changes: Array(repeating: 0, count: count))].changes[period].add(amount)
    }
  }

  /// The lines of accounts in the order of the chart, or of names in that of the alphabet; what is not stated comes last.
  func ordered(_ register: Register) -> [(key: Key, sums: Sums)] {
    sums.map { (key: $0.key, sums: $0.value) }.sorted { left, right in
      let (a, b) = (left.key, right.key)
      if a.account != b.account {
        if a.account.isNone || b.account.isNone { return b.account.isNone }
        return register[a.account].stands(before: register[b.account])
      }
      if a.name != b.name { return a.name.isEmpty == b.name.isEmpty ? a.name < b.name : b.name.isEmpty }
      return a.commodity < b.commodity
    }
  }
}
