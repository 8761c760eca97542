import LedgerCore
import Portfolio

/// The account that a statement is read in for.
public enum StatementAccounts {
  /// The account of a name or code; without one, the treasury's by the posting rules.
  ///
  /// - Throws: `unknownAccount`.
  public static func account(_ name: String?, in source: any LedgerSource) throws(Diagnostic) -> Account {
    try StatementAccount.named(name, in: source)
  }
}
