import LedgerCore

/// What accounts hold while a journal is gone through, for the balances that it states.
struct PeerBalances {
  /// Whether the journal states any; nothing is kept otherwise.
  let isKept: Bool
  private var sums: [Key: Int64] = [:]
  /// Commodities that an account has held.
  private var commodities: [Int32: [Int32]] = [:]

  private struct Key: Hashable {
    let account: Int32
    let commodity: Int32
  }

  init(isKept: Bool) { self.isKept = isKept }

  /// Adds to what an account holds.
  mutating func add(_ units: Int64, of commodity: Int32, to account: Int32) throws(MoneyOverflow) {
    let key = Key(account: account, commodity: commodity)
    if let known = sums[key] {
      sums[key] = try known.plus(units)
    } else {
      sums[key] = units
      commodities[account, default: []].append(commodity)
    }
  }

  /// What some accounts hold of a commodity together.
  func sum(of accounts: [Int32], _ commodity: Int32) throws(MoneyOverflow) -> Int64 {
    var sum: Int64 = 0
    for account in accounts { sum = try sum.plus(sums[Key(account: account, commodity: commodity)] ?? 0) }
    return sum
  }

  /// Commodities that some accounts hold now.
  func commodities(of accounts: [Int32]) -> [Int32] {
    var held: [Int32] = []
    for account in accounts {
      for commodity in commodities[account] ?? [] where !held.contains(commodity) {
        if sums[Key(account: account, commodity: commodity)] != 0 { held.append(commodity) }
      }
    }
    return held
  }
}
