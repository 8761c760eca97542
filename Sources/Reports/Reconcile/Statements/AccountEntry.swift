import LedgerCore

/// What one event did to an account and those below it.
struct AccountEntry {
  /// The event's place in the chain.
  let sequence: Int64
  let day: Day
  /// Minor units, money that came in positive.
  var amount: Int64
  /// Numbers of its vouchers.
  var numbers: [String]
  /// What the voucher says.
  let narration: String
  /// The posting rule of the voucher; that of openings for a plain one that states the account's opening balance.
  var rule: String
  var dimensions: Dimensions
  /// The match that it stands in, 0 for none.
  var match: Int64 = 0

  /// Whether the voucher brings balances in, from before or from another chart: no bank knows of it.
  var isBroughtForward: Bool { rule == Voucher.openingRule || rule == Voucher.switchRule }

  /// The event that a red voucher reverses; 0 for any other.
  var reverses: Int64 {
    guard rule == Voucher.redRule, narration.hasPrefix("冲销#") else { return 0 }
    return Int64(narration.dropFirst(3).prefix { $0.isASCII && $0.isNumber }) ?? 0
  }
}
