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
  init(_ source: any LedgerSource, moment: Moment, closings: ClosingEntries) throws(Diagnostic) {
    let register = source.register
    let accounts = RuleAccounts(source)
    let outlays = accounts.outlays
    let fees = accounts.accounts(.fiscal, .debit, .feeFresh)
    for row in try source.movements(MovementQuery(moment: moment, isByDimensions: true)) {
      guard !row.dimensions.envelope.isNone, row.debit != row.credit else { continue }
      let account = register[row.account]
      let isWrong =
        if outlays.contains(row.account) {
          !Misplaced.expected(source.rules, register[row.dimensions.envelope]).contains(account.name)
        } else {
          account.book == .fiscal && account.accountClass == .expense && !fees.contains(row.account)
        }
      guard isWrong else { continue }
      let key = SpendingSides.Key(envelope: row.dimensions.envelope, deal: row.dimensions.deal)
      envelopes[row.account, default: []].insert(row.dimensions.envelope)
      keys.insert(key)
    }
  }

  /// The outlay accounts that the rules use for an envelope's budget.
  private static func expected(_ rules: RuleSet, _ envelope: Envelope) -> Set<String> {
    var names: Set<String> = []
    for rule in rules.rules {
      for line in rule.lines[.budget] ?? [] where line.measure == .paidFresh || line.measure == .feeFresh {
        names.insert(line.account.replacing("{nature}", with: envelope.nature.chinese))
      }
    }
    return names
  }

  /// Whether a posting stands on a wrong account.
  func contains(_ posting: Posting) -> Bool {
    envelopes[posting.account]?.contains(posting.dimensions.envelope) == true
  }
}
