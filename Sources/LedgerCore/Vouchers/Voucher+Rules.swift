extension Voucher {
  /// The rule of plain vouchers, which people write by hand.
  public static let entryRule = "entry"
  /// The rule of red reversals (红字冲销).
  public static let redRule = "red"
  /// The rule of year-end vouchers that carry results forward (年末结转).
  public static let closingRule = "close"
  /// The rule of vouchers that bring in the balances with which books begin (期初余额).
  public static let openingRule = "opening"
  /// The rule of vouchers that move balances from one chart of accounts to another.
  public static let switchRule = "switch"
}
