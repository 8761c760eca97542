import LedgerCore
import Portfolio
import ReportDocument

/// Which accounts a report is about: all, or those that match one of several patterns.
///
/// A pattern matches an account when it is a part of its name (letters of either case) or the beginning of its code;
/// with `^` before it, only when it is the beginning of the name or the code.
public struct AccountFilter: Hashable, Sendable {
  /// The patterns, any of which may match; none at all match everything.
  public var patterns: [String]

  public init(_ patterns: [String] = []) { self.patterns = patterns }

  /// The patterns as a fact of a report's header; none when all accounts are meant.
  var facts: [Figure] {
    patterns.isEmpty ? [] : [Figure("accounts", Phrase("科目", "Accounts"), .text(patterns.joined(separator: " ")))]
  }

  /// Whether an account matches one of the patterns.
  public func matches(_ account: Account) -> Bool {
    if patterns.isEmpty { return true }
    let name = account.name.lowercased()
    return patterns.contains { pattern in
      let word = pattern.lowercased()
      if word.hasPrefix("^") {
        let start = word.dropFirst()
        return name.hasPrefix(start) || (!account.code.isEmpty && account.code.hasPrefix(start))
      }
      return name.contains(word) || (!account.code.isEmpty && account.code.hasPrefix(word))
    }
  }

  /// The accounts of a register that match, or nil when all do.
  ///
  /// - Throws: `unknownAccount` when patterns were given and no account matches any of them.
  func accounts(in register: Register, book: AccountBook?) throws(Diagnostic) -> Set<AccountID>? {
    if patterns.isEmpty { return nil }
    var found: Set<AccountID> = []
    for account in register.accounts where (book == nil || account.book == book) && matches(account) {
      found.insert(account.id)
    }
    if !found.isEmpty { return found }
    let words = patterns.joined(separator: " ")
    let near = patterns.lazy.compactMap { register.nearestName(to: $0, of: .account) }.first
    let place = book.map { Wording("\($0.chinese)中", " in the \($0.name) book") } ?? .none
    throw Diagnostic(
      .unknownAccount, Wording("\(place.zh)没有科目符合 \(words)", "no account\(place.en) matches \(words)"),
      hint: near.map(Wording.didYouMean) ?? Wording("bgt accounts 列出全部科目", "bgt accounts lists them all"))
  }
}
