import LedgerCore
import Portfolio
import ReportDocument

/// What plain vouchers took out of money accounts on lines without an envelope, beside an outlay that they book: the outlay says
/// which envelope and deal the money was for, if any.
struct PlainPayments {
  /// What one event took out.
  struct Payment {
    /// What its outlay is about.
    let key: SpendingSides.Key
    /// Out of the treasury, and out of all money; minor units.
    var cash: Int64 = 0
    var money: Int64 = 0
    /// An account other than the treasury's that the money left, for the reason.
    var account = ""
    /// Numbers of the vouchers.
    var numbers: [Phrase] = []
  }

  /// By event.
  private(set) var payments: [Int64: Payment] = [:]

  init(_ source: any LedgerSource, moment: Moment, closings: ClosingEntries) throws(Diagnostic) {
    let accounts = RuleAccounts(source)
    let (outlays, money, treasury) = (accounts.outlays, accounts.money, accounts.treasury)
    var keys: [Int64: Set<SpendingSides.Key>] = [:]
    var loose: [Int64: [PostingRow]] = [:]
    let query = PostingQuery(moment: moment, accounts: outlays.union(money), rules: [Voucher.entryRule])
    try source.postings(query) { row throws(Diagnostic) in
      let posting = row.posting
      if posting.commodity != source.register.baseID || row.opensBooks || closings.vouchers.contains(row.voucher) { return }
      if outlays.contains(posting.account) {
        keys[row.sequence, default: []].insert(
          SpendingSides.Key(envelope: posting.dimensions.envelope, deal: posting.dimensions.deal))
      } else if posting.dimensions.envelope.isNone {
        loose[row.sequence, default: []].append(row)
      }
    }
    for (sequence, rows) in loose {
      // Of several outlays nobody knows which line of money paid which.
      guard let own = keys[sequence], own.count == 1, let key = own.first else { continue }
      var payment = Payment(key: key)
      for row in rows {
        let left = 0 &- row.posting.amount
        try payment.money.add(left)
        if treasury.contains(row.posting.account) {
          try payment.cash.add(left)
        } else {
          payment.account = source.register[row.posting.account].name
        }
        let number = Phrase.voucher(row)
        if !payment.numbers.contains(number) { payment.numbers.append(number) }
      }
      payments[sequence] = payment
    }
  }
}
