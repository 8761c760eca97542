/// The programs for plain-text accounting whose journals are read.
public enum PeerSyntax: String, CaseIterable, Sendable {
  case hledger, ledger, beancount

  /// The syntax that the end of a file's name says; nil when it says nothing.
  public init?(path: String) {
    let name = path.lowercased()
    if name.hasSuffix(".hledger") {
      self = .hledger
    } else if name.hasSuffix(".ledger") || name.hasSuffix(".ldg") {
      self = .ledger
    } else if name.hasSuffix(".beancount") || name.hasSuffix(".bean") {
      self = .beancount
    } else {
      return nil
    }
  }
}
