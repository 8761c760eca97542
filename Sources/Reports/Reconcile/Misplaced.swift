import LedgerCore
import Portfolio

/// Accounts on which money of an envelope stands where the rules would not put it: the outlay of another budget than
/// the envelope's, or an expense (a grant, say) in place of an investment.
struct Misplaced {
  /// The accounts with the envelopes that are wrong on them.
  private(set) var envelopes: [AccountID: Set<EnvelopeID>] = [:]
  /// The envelopes and deals concerned.
  private(set) var keys: Set<SpendingSides.Key> = []

  /// Looks through the balances by dimension; no posting is read.
  init(_ source: any LedgerSource, _ rows: BookRows) {
    let register = source.register
    let accounts = RuleAccounts(source)
    let outlays = accounts.outlays
    let fees = accounts.accounts(.fiscal, .debit, .feeFresh)
    let expenses = accounts.accounts(.fiscal, of: [.expense]).subtracting(fees).subtracting(outlays)
    let expected = Dictionary(
      uniqueKeysWithValues: FundNature.allCases.map { ($0, Misplaced.expected(source.register.timeline, $0)) })
    let suspects =
      rows.outlays(outlays).filter { row in
        guard !row.dimensions.envelope.isNone else { return false }
        let names = expected[register[row.dimensions.envelope].nature]
        return names?.contains(register[row.account].name) != true
      } + rows.fiscal.filter { !$0.dimensions.envelope.isNone && expenses.contains($0.account) }
    for row in suspects where row.debit != row.credit {
      let key = SpendingSides.Key(envelope: row.dimensions.envelope, deal: row.dimensions.deal)
      envelopes[row.account, default: []].insert(row.dimensions.envelope)
      keys.insert(key)
    }
  }

  /// The outlay accounts that the rules use for a budget.
  private static func expected(_ timeline: RuleTimeline, _ nature: FundNature) -> Set<String> {
    var names: Set<String> = []
    for rules in timeline.ruleSets {
      for line in rules.rules.flatMap({ $0.lines[rules.outlayBook] ?? [] })
      where line.measure == .paidFresh || line.measure == .feeFresh {
        names.insert(RuleBlank.filled(line.account, nature: nature))
      }
    }
    return names
  }

  /// Whether a posting stands on a wrong account.
  func contains(_ posting: Posting) -> Bool {
    envelopes[posting.account]?.contains(posting.dimensions.envelope) == true
  }
}
