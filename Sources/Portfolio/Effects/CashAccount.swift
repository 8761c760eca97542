/// The two accounts that money of the programme stands on unless an event names another.
public enum CashAccount {
  /// The state treasury.
  public static let treasury = "国库存款"
  /// The holder's custody account.
  public static let custody = "其他财政存款"

  /// Whether an account is the treasury or a part of it.
  public static func isTreasury(_ name: String) -> Bool { name == treasury || name.hasPrefix(treasury + ":") }

  /// What a fact says of budget money that left or reached an account.
  static func traits(of name: String) -> Traits {
    var traits = Traits()
    traits.isAtHolder = !isTreasury(name)
    return traits
  }
}
