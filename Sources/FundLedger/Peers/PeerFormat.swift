import JournalText

/// The programs for plain-text accounting whose journals the books go out in.
public enum PeerFormat: String, CaseIterable, Sendable {
  case hledger, ledger, beancount

  /// The way of writing that the program reads.
  func dialect(_ books: PeerBooks) -> any JournalDialect {
    switch self {
    case .hledger: HledgerDialect(books)
    case .ledger: LedgerDialect(books)
    case .beancount: BeancountDialect(books)
    }
  }
}
