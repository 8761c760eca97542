import LedgerCore

/// How a journal that `bgt export` wrote is known again, and which book it holds.
struct PeerExportMark {
  /// The only book of the journal; nil when all four stand side by side, each account with its book before it.
  let book: AccountBook?

  /// What our exports say of the class of an account that nobody stated.
  static let guessed = "guessed"

  /// The mark at the head of a journal; nil when it was written by somebody else.
  init?(peeking bytes: [UInt8]) {
    var book: AccountBook?
    var isOurs = false
    for line in bytes.prefix(4096).split(separator: 0x0A, omittingEmptySubsequences: true) {
      guard line.starts(with: "; ".utf8) else { break }
      let text = String(decoding: line.dropFirst(2), as: UTF8.self)
      if text.hasPrefix("bgt export ") { isOurs = true }
      if text.hasPrefix("only the ") {
        book = AccountBook(name: text.dropFirst(9).prefix { $0 != " " })
      }
    }
    if !isOurs { return nil }
    self.book = book
  }

  /// The book and the name of an account by the name that our export gave it.
  func account(_ path: String) -> (book: AccountBook?, name: String) {
    if let colon = path.firstIndex(of: ":"), let book = AccountBook.allCases.first(where: { $0.chinese == path[..<colon] }) {
      let name = path[path.index(after: colon)...]
      if !name.isEmpty { return (book, String(name)) }
    }
    return (book, path)
  }
}
