import LedgerCore
import Portfolio
import ReportDocument

/// Money that plain vouchers took out of the treasury without an envelope and without an outlay: neither the quota nor the
/// budget book knows of it.
struct UnbudgetedPayments {
  let source: any LedgerSource
  let year: Int
  let moment: Moment

  /// One item for each event; what moved to other money, and what was reversed since, is none.
  func items() throws(Diagnostic) -> [Difference] {
    var payments: [Int64: Payment] = [:]
    let accounts = RuleAccounts(source)
    let treasury = accounts.treasury
    let cash = accounts.cash.union(treasury)
    let last = Moment(asOf: min(moment.asOf, .end(ofYear: year)), knownAt: moment.knownAt)
    func query(_ wanted: Set<AccountID>, _ book: AccountBook?, from: Int) -> PostingQuery {
      PostingQuery(moment: last, from: .start(ofYear: from), book: book, accounts: wanted, rules: [Voucher.entryRule])
    }
    try source.postings(query(cash, .fiscal, from: year)) { row throws(Diagnostic) in
      let posting = row.posting
      if posting.commodity != source.register.baseID || row.opensBooks { return }
      var payment = payments[row.sequence] ?? Payment(row)
      try payment.left.add(0 &- posting.amount)
      if treasury.contains(posting.account) {
        try payment.ofTreasury.add(0 &- posting.amount)
        payment.namesEnvelope = payment.namesEnvelope || !posting.dimensions.envelope.isNone
        payment.deal = posting.dimensions.deal
      }
      payments[row.sequence] = payment
    }
    payments = payments.filter { $0.value.isOpen || $0.value.isRed }
    if payments.isEmpty { return [] }
    // An outlay without an envelope is an item already; that of a closing period stands in December.
    try source.postings(query(accounts.outlays, nil, from: year - 1)) { row throws(Diagnostic) in payments[row.sequence] = nil }
    var found: [Payment] = []
    for payment in payments.values.sorted(by: { $0.sequence < $1.sequence }) {
      if !payment.isRed {
        found.append(payment)
      } else if let place = found.lastIndex(where: { $0.ofTreasury == 0 &- payment.ofTreasury && $0.left == 0 &- payment.left }) {
        found.remove(at: place)
      }
    }
    return found.map { $0.item(source.register) }
  }

  /// What one event took out.
  private struct Payment {
    let sequence: Int64
    let day: Day
    let number: Phrase
    let isRed: Bool
    var deal = DealID.none
    var namesEnvelope = false
    /// Out of the treasury, and out of all money; minor units.
    var ofTreasury: Int64 = 0
    var left: Int64 = 0

    init(_ row: PostingRow) {
      sequence = row.sequence
      day = row.day
      number = .voucher(row)
      isRed = row.rule == Voucher.redRule
    }

    /// Whether the event paid something that nothing else accounts for.
    var isOpen: Bool { !isRed && !namesEnvelope && ofTreasury > 0 && left > 0 }

    func item(_ register: Register) -> Difference {
      let cash = min(ofTreasury, left)
      let (none, amount) = (Cell.money(0, register.base), Cell.money(cash, register.base))
      return Difference(
        day: day, outlayDay: day, sequence: sequence, number: number, envelope: .none, deal: deal, amount: cash, paid: 0, outlay: 0,
        cash: cash, kind: .oneSided, isExplained: false,
        reason: Phrase(
          exactly: "国库付款未列预算支出、未占用指标：指标\(none)，预算会计\(none)，国库\(amount)",
          "paid by the treasury without an outlay and without an envelope: quota \(none), budget book \(none), treasury \(amount)"))
    }
  }
}
