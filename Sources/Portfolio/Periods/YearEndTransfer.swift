import LedgerCore

/// One transfer of the carry-forward at a year end (年末结转): balances of some accounts move to another one.
///
/// Transfers are data of the rule file and are made in its order, each on what those before it left.
public struct YearEndTransfer: Hashable, Sendable {
  /// A dimension that the line on the receiving account keeps.
  public enum Keeping: String, CaseIterable, Sendable { case programme, envelope, deal, party, holder }

  public let id: String
  public let title: String
  public let book: AccountBook
  /// Accounts whose balances move, each with all below it.
  public let from: [String]
  /// Classes of accounts whose balances move.
  public let classes: Set<Account.Class>
  /// The account that receives them.
  public let to: String
  /// What the receiving lines are kept apart by; nothing else of the dimensions is kept there.
  public let keeping: Set<Keeping>
  /// Whether lines of envelopes of later budget years stay where they are.
  public let isOfBudgetYear: Bool
  public let citation: String
  public let status: RuleSet.Status
  /// First and last year end to which the transfer applies.
  public let first: Day
  public let last: Day

  /// The rule of every voucher that a year end makes.
  public static let rule = "close"

  /// Whether an account's balance moves.
  func takes(_ account: Account) -> Bool {
    guard account.book == book, account.name != to else { return false }
    return classes.contains(account.accountClass)
      || from.contains { account.name == $0 || account.name.hasPrefix($0 + ":") }
  }

  /// The dimensions that the receiving line has for a source line's.
  func kept(_ dimensions: Dimensions) -> Dimensions {
    Dimensions(
      programme: keeping.contains(.programme) ? dimensions.programme : .none,
      envelope: keeping.contains(.envelope) ? dimensions.envelope : .none,
      deal: keeping.contains(.deal) ? dimensions.deal : .none,
      party: keeping.contains(.party) ? dimensions.party : .none,
      holder: keeping.contains(.holder) ? dimensions.holder : .none)
  }
}
