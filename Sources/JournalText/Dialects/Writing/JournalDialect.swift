import LedgerCore

/// A peer's way of writing a journal: what stands at its head, and how a voucher is written.
public protocol JournalDialect {
  /// Prepares the names of accounts and commodities in the dialect's own spelling.
  init(_ books: PeerBooks)
  /// Writes comments, commodities and accounts.
  func writeHead(into out: inout TextBuffer)
  /// Writes one voucher.
  func write(_ voucher: PeerVoucher, into out: inout TextBuffer)
}
