import LedgerCore

/// What we have in a fund by one deal: what we put in and still own, and what it cost us; minor units.
///
/// Both are the same until we buy from a partner, at a price that is not what the partner had paid in.
struct FundInterest {
  private(set) var capital: Int64 = 0
  private var cost: Int64 = 0

  /// Money that went into the fund.
  mutating func pay(_ amount: Int64) throws(MoneyOverflow) {
    capital = try capital.plus(amount)
    cost = try cost.plus(amount)
  }

  /// What a partner sold us, at a price.
  mutating func buy(_ amount: Int64, for price: Int64) throws(MoneyOverflow) {
    capital = try capital.plus(amount)
    cost = try cost.plus(price)
  }

  /// Takes off what a sale takes of the cost.
  ///
  /// - Returns: the capital that the buyer has from now on.
  mutating func sell(atCost sold: Int64) throws(MoneyOverflow) -> Int64 {
    guard sold > 0, cost > 0 else { return 0 }
    let amount = sold >= cost ? capital : try capital.scaled(by: sold, over: cost)
    capital = try capital.minus(amount)
    cost = max(0, cost - sold)
    return max(0, amount)
  }
}
