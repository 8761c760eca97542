import LedgerCore
import Portfolio

/// Plain vouchers of the first day of an account's statements that state its opening balance in the books.
///
/// The statement begins with the balance of the evening before; books that are opened on its first day have the same money
/// in a voucher of that day. It is one when nothing moved on the account before, when it stands against net assets and
/// touches neither income nor expense, when no match holds it, and when no line has its amount near that day. Where the
/// statement begins with nothing, there is no opening for it to state: then it is a receipt like any other.
struct FirstDayOpenings {
  private let sides: AccountSides
  private let knownAt: Int64

  init(_ sides: AccountSides, knownAt: Int64) {
    self.sides = sides
    self.knownAt = knownAt
  }

  /// The places of their events in the chain.
  func events(_ source: any LedgerSource) throws(Diagnostic) -> Set<Int64> {
    if sides.hasBalances && sides.statedOpening == 0 { return [] }
    let moved = sides.entries.contains { $0.day < sides.first && !sides.undone.contains($0.sequence) }
    if moved { return [] }
    var found: Set<Int64> = []
    for entry in sides.entries where isCandidate(entry) {
      if try isAgainstNetAssets(entry, source) { found.insert(entry.sequence) }
    }
    return found
  }

  private func isCandidate(_ entry: AccountEntry) -> Bool {
    guard entry.rule == Voucher.entryRule, entry.day == sides.first, entry.day <= sides.day, entry.match == 0,
      !sides.undone.contains(entry.sequence)
    else { return false }
    return !sides.lines.contains { line in
      line.match == 0 && line.amount == entry.amount && line.day.number - entry.day.number <= OpenItems.transitDays
    }
  }

  private func isAgainstNetAssets(_ entry: AccountEntry, _ source: any LedgerSource) throws(Diagnostic) -> Bool {
    var accounts: Set<AccountID> = []
    let query = PostingQuery(moment: Moment(knownAt: knownAt), book: .fiscal, event: entry.sequence)
    try source.postings(query) { row throws(Diagnostic) in accounts.insert(row.posting.account) }
    return source.register.isAgainstNetAssets(accounts)
  }
}
